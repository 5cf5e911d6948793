export const b = "b", both = 2;
