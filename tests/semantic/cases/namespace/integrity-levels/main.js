import * as ns from "./dep.js";
import * as empty from "./empty.js";

console.log(Object.preventExtensions(ns) === ns, Object.seal(ns) === ns, Reflect.preventExtensions(ns));
for (const object of [ns, empty]) {
  try {
    Object.freeze(object);
    console.log("frozen", Object.isFrozen(object));
  } catch (error) {
    console.log(error.name, Object.isFrozen(object));
  }
}
console.log(Reflect.ownKeys(empty).length, JSON.stringify(empty));
