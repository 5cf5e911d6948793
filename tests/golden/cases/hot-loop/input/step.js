export const step = (i) => i * 2;
