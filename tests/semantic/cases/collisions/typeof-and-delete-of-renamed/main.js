import { report } from "./dep.js";
const T = 1, k = 2;
console.log(report(), T + k);
