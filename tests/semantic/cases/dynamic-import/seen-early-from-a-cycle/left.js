import "./right.js";
import { hoisted, value, own, K } from "./below.js";
import * as below from "./below.js";
export function look(when) {
  for (const read of [() => hoisted(), () => value, () => own, () => K.name, () => Object.keys(below).join()]) {
    try {
      console.log(when, read());
    } catch (error) {
      console.log(when, error.name);
    }
  }
}
console.log("left");
