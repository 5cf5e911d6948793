let eval = 1;
