import { x } from "./dep.js";
const y = "y";
const indirect = eval;
console.log((0, eval)("typeof y + typeof x"), indirect("typeof x"), new Function("return typeof y")(), globalThis.eval("1 + 1"), x, y);
