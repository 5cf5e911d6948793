export const both = "a", onlyA = "A";
