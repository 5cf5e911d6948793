let x = 1;
export const less = 0<!--x;
