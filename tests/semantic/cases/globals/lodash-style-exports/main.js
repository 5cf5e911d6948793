import * as ns from "./names.js";
import { Object as MyObject, Promise as MyPromise } from "./names.js";
import { x } from "./names.js";

console.log(MyObject, MyPromise, ns.Symbol, Object.keys(ns).join());
for (const action of [() => { x = 1; }, () => { ns.x = 1; }, () => { ns.Object = 1; }]) {
  try {
    action();
  } catch (error) {
    console.log(error.name, error instanceof TypeError);
  }
}
