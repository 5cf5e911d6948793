export const x = 1;
export const o = { p: 1 };
