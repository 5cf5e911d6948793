import { b } from "./b.js";
import { a } from "./a.js";
import { b as again } from "./b.js";
console.log("main", a, b, again);
