import { if as a, class as b, await as c, let as d, yield as e, null as f, this as g } from "./dep.js";
import * as ns from "./dep.js";

console.log(a, b, c, d, e, f, g, ns.if, ns.this, ns.new, ns.static, ns.enum);
