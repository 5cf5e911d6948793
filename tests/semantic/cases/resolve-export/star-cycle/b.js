export * from "./a.js";
export const fromB = "B";
