import run, { swap } from "./dep.js";

console.log(run());
swap();
console.log(run());
