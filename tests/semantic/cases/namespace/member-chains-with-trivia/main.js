import * as ns from "./dep.js";

console.log(ns . x, ns
  .x, ns /* a */ . /* b */ x, ns // c
  .inner // d
  .y, ns [ "x" ], ns [/* e */ 'inner' /* f */] . y, ns?. x, ns ?. inner ?. [ "y" ]);
const value = ns
.f
(1)
console.log(value, ns.f /* g */ (2), ns.f
`3`, typeof ns.x, typeof ns . inner . y, void ns.x, -ns.inner.y, ns.x+ns.x, ns.x
+ ns.x);
