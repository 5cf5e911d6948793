export * from "./stars.js";
export * from "./c.js";
