import { a, hoisted, K } from "./a.js";
import * as ns from "./a.js";
export const seen = [hoisted()];
for (const read of [() => a, () => typeof K, () => ns.a, () => Object.keys(ns)]) {
  try {
    seen.push(read());
  } catch (error) {
    seen.push(error.name);
  }
}
export const fromB = () => a + K.name + ns.a;
console.log("b");
