import { f } from "./dep.js";
console.log(f(1, 2));
