let x;
delete x;
