import * as ns from "./dep.js";

console.log(ns.viaArrow(), ns.viaParameter(), ns.viaNested(), ns.bound(), ns.viaClass());
ns.reassign();
console.log(ns.viaArrow());
