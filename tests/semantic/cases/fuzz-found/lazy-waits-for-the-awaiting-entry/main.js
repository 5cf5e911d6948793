export * from "./waits.js";
