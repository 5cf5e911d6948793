import snapshot, { x, bump } from "./dep.js";

console.log(snapshot, x);
bump();
console.log(snapshot, x);
