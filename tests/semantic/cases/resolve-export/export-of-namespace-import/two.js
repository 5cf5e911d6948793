export * as two from "./dep.js";
