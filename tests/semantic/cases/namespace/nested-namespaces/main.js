import * as a from "./a.js";

console.log(a.b.c.value, a["b"].c["value"], a?.b?.c?.value, a.b.c.missing);
console.log(a.b.c.self() === a.b.c, Object.keys(a.b).join(), Object.prototype.toString.call(a.b.c));
a.b.c.set("changed");
const { b: { c } } = a;
console.log(a.b.c.value, c.value);
