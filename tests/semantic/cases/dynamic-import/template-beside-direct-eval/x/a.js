export const a = "a of x";
