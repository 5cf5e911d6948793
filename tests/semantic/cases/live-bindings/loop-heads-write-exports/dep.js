import { check } from "./observer.js";

export var i;
export let item, key;
export function log(...values) {
  console.log(values.map(String).join(" "));
}
for (i = 0; i < 2; i++) check();
for (item of ["p", "q"]) check();
for (key in { m: 1, n: 1 }) check();
for (var w of [7, 8, 9]);
export { w };
