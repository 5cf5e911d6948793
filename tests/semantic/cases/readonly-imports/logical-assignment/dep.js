export const nothing = null, zero = 0, one = 1;
