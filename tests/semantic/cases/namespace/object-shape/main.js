import * as ns from "./dep.js";

console.log(Object.getPrototypeOf(ns), Object.keys(ns).join());
console.log(Reflect.ownKeys(ns).map(String).join());
console.log(Object.prototype.toString.call(ns), ns[Symbol.toStringTag]);
console.log(Object.isExtensible(ns), Object.isSealed(ns), Object.isFrozen(ns));
console.log(typeof ns, ns instanceof Object, Array.isArray(ns));
