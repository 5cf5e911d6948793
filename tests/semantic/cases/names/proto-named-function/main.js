import { names } from "./dep.js";
var __proto__ = function () {};
console.log(__proto__.name, names);
