import * as ns from "./dep.js";
import { x, f } from "./dep.js";

const Object = 1, Proxy = 2, Reflect = 3, TypeError = 4, Symbol = 5, undefined = 6;
const key = "x";
for (const action of [() => { x = 1; }, () => { ns[key] = 1; }, () => ns.missing, () => this]) {
  try {
    console.log(String(action()));
  } catch (error) {
    console.log(error.name, error.constructor === globalThis.TypeError);
  }
}
console.log(ns[key], f(), Object, Proxy, Reflect, TypeError, Symbol, undefined, typeof this);
