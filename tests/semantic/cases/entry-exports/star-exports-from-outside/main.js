export * from "./a.js";
export * from "./b.js";
export * as inner from "./a.js";
export const own = "own";
