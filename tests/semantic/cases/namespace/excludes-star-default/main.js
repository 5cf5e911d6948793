import * as ns from "./index.js";

console.log(Object.keys(ns).join(), ns.default, "default" in ns, ns.own, ns.a, ns.b, ns.shadowed);
