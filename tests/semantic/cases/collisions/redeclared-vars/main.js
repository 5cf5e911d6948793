import { v as other, log } from "./dep.js";
var v = "main", v;
for (var v of [v + " again"]);
console.log(v, other, log.join());
