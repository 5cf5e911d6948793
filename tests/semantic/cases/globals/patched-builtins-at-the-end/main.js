export let n = 1;
export { x } from "./dep.js";
console.log("main");
Object.create = Object.defineProperty = Object.keys = Object.setPrototypeOf = Object.freeze = null;
Array.prototype.sort = Array.prototype.forEach = Array.prototype.map = null;
n = 2;
