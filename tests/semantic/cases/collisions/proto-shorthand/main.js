import { object, pattern, duplicates } from "./dep.js";
import { p as __proto__ } from "./other.js";

const mine = { __proto__ };
console.log(Object.keys(mine).join(), mine.__proto__, Object.getPrototypeOf(mine) === Object.prototype);
console.log(Object.keys(object).join(), Object.getPrototypeOf(object) === Object.prototype, pattern, duplicates);
