export * from "./22.js";
