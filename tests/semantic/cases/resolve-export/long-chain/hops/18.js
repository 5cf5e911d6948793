export * from "./19.js";
