export * from "./16.js";
