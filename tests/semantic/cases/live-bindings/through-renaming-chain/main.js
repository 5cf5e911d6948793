import { d, set } from "./c.js";

console.log(d);
set("later");
console.log(d);
