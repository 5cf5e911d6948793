import { a, b, C, f } from "./dep.js";
console.log(a, b, C.name, f());
