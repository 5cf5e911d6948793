import { closures, i } from "./dep.js";

console.log(closures.map((f) => f()).join(" "), i);
