import "./pollute.js";
import * as ns from "./dep.js";
import { x } from "./dep.js";

console.log(ns.x, x, ns.injected, "injected" in ns, Object.keys(ns).join());
const descriptor = Object.getOwnPropertyDescriptor(ns, "x");
console.log(descriptor.value, Object.hasOwn(descriptor, "get"), descriptor.writable);
try {
  ns.x = 1;
} catch (error) {
  console.log(error.name);
}
console.log(Reflect.defineProperty(ns, "x", Object.assign(Object.create(null), { value: "x" })));
delete Object.prototype.get;
delete Object.prototype.set;
delete Object.prototype.injected;
