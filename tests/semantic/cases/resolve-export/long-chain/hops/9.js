export * from "./10.js";
