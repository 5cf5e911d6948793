import * as ns from "./dep.js";

console.log(ns.x, ns["x"], ns?.x, ns?.["x"], ns[`x`], (ns).x, (ns.x));
console.log(ns.missing, ns["missing"], ns?.missing, ns.missing?.deep.deeper, typeof ns.missing);
console.log(ns["not an identifier"], ns.default, ns["default"], ns.if, ns.o.p.q, ns.o?.["p"].q, ns?.o?.none?.p);
console.log(ns.toString, ns.hasOwnProperty, "x" in ns ? "has" : "has not");
try {
  ns.missing.deep;
} catch (error) {
  console.log(error.name);
}
try {
  ns.missing();
} catch (error) {
  console.log(error.name);
}
