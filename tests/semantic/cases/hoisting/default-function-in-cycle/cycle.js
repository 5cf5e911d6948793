import fn from "./main.js";
import expr from "./expression.js";

console.log(fn(), fn.name, typeof expr);
