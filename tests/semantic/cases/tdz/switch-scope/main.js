import { x, pick } from "./dep.js";

console.log(pick(0), pick(1), pick(2), x);
