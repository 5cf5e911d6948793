import { x } from "./dep.js";
console.log(x);
