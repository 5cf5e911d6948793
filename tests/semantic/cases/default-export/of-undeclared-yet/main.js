import early, { late } from "./dep.js";
import hoisted from "./function.js";
console.log(early, late, hoisted());
