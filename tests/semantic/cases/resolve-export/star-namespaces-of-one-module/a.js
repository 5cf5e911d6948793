export * as ns from "./x.js";
export const a = "a";
