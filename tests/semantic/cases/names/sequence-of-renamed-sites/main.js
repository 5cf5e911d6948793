import { names } from "./dep.js";
let a, b, c, d, e;
console.log(names());
