export const both = "b";
