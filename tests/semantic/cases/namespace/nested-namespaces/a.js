export * as b from "./b.js";
