export * from "./dep.js";
