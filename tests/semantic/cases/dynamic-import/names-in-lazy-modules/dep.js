export const value = "dep";
