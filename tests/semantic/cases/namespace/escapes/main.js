import * as ns from "./dep.js";

const map = new Map([[ns, "value"]]);
const weak = new WeakSet([ns]);
const holder = { ns, list: [ns] };
const give = (x = ns) => x;
console.log(map.get(give()), weak.has(holder.ns), holder.list[0].x, give().x, [...Object.keys(holder.ns)].join());
console.log(Boolean(ns), !ns, ns == null, ns === ns, ns ? "yes" : "no", (ns || {}).x, (ns && ns.x), (null ?? ns).x);
const key = ["x", "y"];
console.log(key.map((k) => ns[k]).join(), ns[key[0] + ""], ns[Symbol.iterator]);
try {
  `${ns}`;
} catch (error) {
  console.log(error.name);
}
try {
  [...ns];
} catch (error) {
  console.log(error.name);
}
try {
  ns();
} catch (error) {
  console.log(error.name);
}
const { x, y = "default y", ["x"]: again } = ns;
console.log(x, y, again);
