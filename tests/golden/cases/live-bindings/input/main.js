import { count, increment } from "./counter.js";

console.log(count);
increment();
console.log(count);
