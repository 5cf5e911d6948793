import { a, b, c, log } from "./dep.js";
let d = "main d", e = "main e";
console.log(a, b, c, d, e, log.join());
