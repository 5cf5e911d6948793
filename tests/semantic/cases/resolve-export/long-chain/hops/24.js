export * from "./25.js";
