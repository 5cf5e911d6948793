import { x, y } from "./dep.js";
console.log(x, y);
