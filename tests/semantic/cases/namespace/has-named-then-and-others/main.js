import * as ns from "./dep.js";
import { "__proto__" as proto } from "./dep.js";

console.log(ns.__proto__, ns["__proto__"], ns.constructor, ns.hasOwnProperty, ns.toString, ns.valueOf, ns.prototype);
console.log(Object.getPrototypeOf(ns), Object.keys(ns).join(), proto);
const copy = { ...ns };
console.log(Object.keys(copy).join(), Object.getPrototypeOf(copy) === Object.prototype);
