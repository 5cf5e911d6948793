export * from "./28.js";
