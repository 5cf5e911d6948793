export * from "alone";
export const here = 1;
