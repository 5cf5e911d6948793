export * from "./dep.js";
export { default as other } from "./dep.js";
export default "own";
