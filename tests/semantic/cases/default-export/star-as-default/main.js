import d from "./middle.js";
import { default as again } from "./middle.js";
import * as m from "./middle.js";
import * as ns from "./origin.js";
console.log(d === ns, again === ns, m.default === ns, m.default.default, d.x);
