import { read, u as fake } from "./binds.js";
import * as ns from "./other.js";

console.log(read(), fake);
console.log(String(undefined), String(NaN), String(Infinity), ns.value, ns.missing, String(this));
