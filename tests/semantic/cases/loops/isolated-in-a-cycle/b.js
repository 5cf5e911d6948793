import { fromA } from "./a.js";
let count = 0;
for (; count < 2; count++) console.log("b", fromA());
export let value = count;
export function hoisted() {
  return "hoisted " + count;
}
