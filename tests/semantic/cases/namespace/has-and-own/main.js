import * as ns from "./dep.js";

console.log("x" in ns, "y" in ns, "toString" in ns, Symbol.toStringTag in ns, Symbol.iterator in ns);
console.log(Object.hasOwn(ns, "x"), Object.hasOwn(ns, "hasOwnProperty"));
console.log(Object.prototype.hasOwnProperty.call(ns, "x"), Reflect.has(ns, "x"), Reflect.has(ns, "z"));
console.log(Object.prototype.propertyIsEnumerable.call(ns, "x"));
console.log(Object.prototype.propertyIsEnumerable.call(ns, Symbol.toStringTag));
console.log(ns.toString, ns.constructor, ns.__proto__, ns.y);
