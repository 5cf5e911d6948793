export * as ns from "./x.js";
export const b = "b";
