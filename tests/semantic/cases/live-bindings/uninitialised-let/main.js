import { x, fill } from "./dep.js";

console.log(x);
fill();
console.log(x);
