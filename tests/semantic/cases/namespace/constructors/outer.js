export * as dep from "./dep.js";
