let x = 2, y = 1;
export const a = x < ! --y;
export const b = x<! --y;
