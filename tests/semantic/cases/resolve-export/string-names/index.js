export { "a b", "" , "💥", "plain" as default, "plain" as "x-y" } from "./dep.js";
export * from "./dep.js";
export * as "nested namespace" from "./dep.js";
