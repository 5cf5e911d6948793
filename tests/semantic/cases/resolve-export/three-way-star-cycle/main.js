import { a as a1, b as b1, c as c1 } from "./a.js";
import { a as a2, b as b2, c as c2 } from "./b.js";
import { a as a3, b as b3, c as c3 } from "./c.js";

console.log(a1, b1, c1, a2, b2, c2, a3, b3, c3);
