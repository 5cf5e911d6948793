export * as ns from "./y.js";
export const b = "b";
