export const value = "b";
