import a from "./assignment.js";
import b, { x } from "./comma.js";
import c from "./conditional.js";
import d from "./new.js";
import e from "./negative.js";
import f from "./async-arrow.js";
import g from "./class-expression-call.js";
import h from "./spread.js";
import i from "./string.js";

console.log(a, b, x, c, d.kind, e, f.name, g, h.join(), i);
f("argument").then((value) => console.log(value));
