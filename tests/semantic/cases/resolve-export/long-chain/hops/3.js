export * from "./4.js";
