import * as ns from "./dep.js";

function f(x, y) {
  const z = "local z";
  return [x, y, z, ns.x, ns.y, ns.z].join();
}
const g = (fn) => ns.fn(() => fn);
console.log(f("local x", "local y"), g("local fn"));
for (const x of ["loop"]) console.log(x, ns.x, { x: ns.x }.x, { x }.x);
class x {
  static y = ns.x;
  ns = ns.y;
}
console.log(x.y, new x().ns);
