import * as ns from "./dep.js";

console.log(Reflect.getPrototypeOf(ns), Reflect.setPrototypeOf(ns, null), Reflect.setPrototypeOf(ns, {}));
console.log(Object.setPrototypeOf(ns, null) === ns);
try {
  Object.setPrototypeOf(ns, Object.prototype);
} catch (error) {
  console.log(error.name);
}
console.log(Object.prototype.isPrototypeOf.call(Object.prototype, ns));
