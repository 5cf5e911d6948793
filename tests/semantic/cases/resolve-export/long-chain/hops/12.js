export * from "./13.js";
