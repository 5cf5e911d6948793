import def, * as ns from "./dep.js";
import again, { default as third, x } from "./dep.js";

console.log(def === ns.default, again === third, ns.x === x, def());
