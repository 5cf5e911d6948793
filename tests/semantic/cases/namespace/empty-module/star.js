export * from "./effects.js";
