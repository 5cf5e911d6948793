export const both = "a";
