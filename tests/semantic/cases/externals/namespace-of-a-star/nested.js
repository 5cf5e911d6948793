export * as nested from "./all.js";
