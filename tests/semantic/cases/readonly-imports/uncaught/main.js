import { x } from "./dep.js";

console.log("before");
x = 1;
console.log("never reached");
