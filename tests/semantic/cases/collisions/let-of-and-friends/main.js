import { test } from "./dep.js";
const of = "main of", get = 1, set = 2, from = 3, as = 4, target = 5, meta = 6;
console.log(test(), of, get, set, from, as, target, meta);
