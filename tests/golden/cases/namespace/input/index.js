export * from "./shapes.js";
export * as shapes from "./shapes.js";
