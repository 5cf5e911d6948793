import a from "./a.js";
import b from "./b.js";
import c, { x, y, f } from "./c.js";
import d from "./d.js";
console.log(a.name, b.name, c.name, x, y, f.name, d.name);
