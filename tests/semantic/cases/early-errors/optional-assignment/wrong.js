var o;
o?.x = 1;
