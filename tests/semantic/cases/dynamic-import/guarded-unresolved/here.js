export const here = "here";
