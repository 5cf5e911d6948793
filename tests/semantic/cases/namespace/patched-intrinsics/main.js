import "./patch.js";
import * as ns from "./dep.js";

const key = "x";
console.log(ns[key], Object.prototype.toString.call(ns), JSON.stringify(ns));
try {
  ns[key] = 1;
} catch (error) {
  console.log(error.name);
}
