import "./silent.js";
import { count, up } from "./counter.js";
import { left } from "./left.js";

console.log("main", count, left());
up();
console.log(count);
export const done = true;
