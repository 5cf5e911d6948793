import * as ns from "./dep.js";
import { "10" as ten } from "./dep.js";

console.log(ns[10], ns["9"], ten, "10" in ns, Object.getOwnPropertyDescriptor(ns, 9).value);
console.log(JSON.stringify(ns), Object.keys(ns).join());
for (const action of [() => { ns[10] = 1; }, () => delete ns[9], () => { ns[0] = 1; }]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
