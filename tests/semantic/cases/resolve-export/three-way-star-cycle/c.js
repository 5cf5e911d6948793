export * from "./a.js";
export const c = "c";
