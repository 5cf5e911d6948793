import { a, b } from "./dep.js";
console.log(a, b);
