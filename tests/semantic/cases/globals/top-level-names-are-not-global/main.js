import { d, f as df } from "./dep.js";
var v = 1;
function f() {}
let l = 2;
console.log("v" in globalThis, "f" in globalThis, "l" in globalThis, "d" in globalThis, typeof df, d);
console.log(Object.getOwnPropertyDescriptor(globalThis, "exportedVar"));
