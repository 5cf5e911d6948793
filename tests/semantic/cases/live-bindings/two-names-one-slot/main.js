import { y, z, set } from "./dep.js";
import { y as again, x as straight } from "./dep.js";

console.log(y, z, again, straight);
set("changed");
console.log(y, z, again, straight);
