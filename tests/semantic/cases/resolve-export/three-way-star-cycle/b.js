export * from "./c.js";
export const b = "b";
