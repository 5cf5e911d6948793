import * as ns from "./effects.js";
import * as star from "./star.js";

console.log(Object.keys(ns).length, Reflect.ownKeys(ns).length, ns.anything, String(ns[Symbol.toStringTag]));
console.log(Reflect.ownKeys(star).length, ns === star);
