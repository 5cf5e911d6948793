import * as dep from "./dep.js";
export * as inner from "./dep.js";
export const seen = dep;
