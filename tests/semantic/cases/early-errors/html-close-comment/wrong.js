let x = 1;
--> not a comment
