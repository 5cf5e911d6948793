import copied, { live } from "./middle.js";
import { set } from "./origin.js";

console.log(copied, live);
set("changed");
console.log(copied, live);
