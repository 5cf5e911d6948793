export * from "./origin.js";
