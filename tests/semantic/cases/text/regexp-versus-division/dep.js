export const half = 2, g = 4;
