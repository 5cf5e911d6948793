import { names as other, f as ff, K as KK } from "./dep.js";
function f() {}
class K {}
console.log(other(), f.name, K.name, ff.name, KK.name);
