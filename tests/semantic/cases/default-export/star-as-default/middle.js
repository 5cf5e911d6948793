export * as default from "./origin.js";
