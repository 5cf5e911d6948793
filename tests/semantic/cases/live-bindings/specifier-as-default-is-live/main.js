import x, { bump } from "./dep.js";
import { default as again } from "./dep.js";

console.log(x, again);
bump();
console.log(x, again);
