export const both = "b", onlyB = "B";
