import { a, c, d, rest, first, others, mutate } from "./dep.js";

console.log(a, c, d, JSON.stringify(rest), first, JSON.stringify(others));
mutate();
console.log(a, c, d, JSON.stringify(rest), first, JSON.stringify(others));
