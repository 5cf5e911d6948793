import { C, seen } from "./dep.js";

console.log(seen, C.name, C.later());
