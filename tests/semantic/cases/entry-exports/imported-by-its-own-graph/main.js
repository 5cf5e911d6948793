import { peek } from "./dep.js";
export let n = 1;
n = 2;
export { peek };
console.log(peek());
