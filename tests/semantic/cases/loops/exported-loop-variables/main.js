import { i, last, list } from "./dep.js";
export let n = 0;
for (; n < 3; n++) list.push(n + i);
export { last };
console.log(n, i, last, list.join());
