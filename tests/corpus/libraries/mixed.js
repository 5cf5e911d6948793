export * from "culori";
export { Marked as "a string name", marked as default } from "marked";
export * as decimal from "decimal.js";
