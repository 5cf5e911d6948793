export { wrong } from "./dep.js";
export { right as fine } from "./dep.js";
