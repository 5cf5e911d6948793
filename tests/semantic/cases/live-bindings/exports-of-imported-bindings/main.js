import { x, "x" as sameName } from "./middle.js";
import { renamed, set } from "./middle.js";

set(42);
console.log(x, sameName, renamed);
