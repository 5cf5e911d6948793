export * from "./7.js";
