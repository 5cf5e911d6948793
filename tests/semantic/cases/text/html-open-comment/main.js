import { less } from "./dep.js";
let y = 1;
console.log(2<!--y, y, less);
