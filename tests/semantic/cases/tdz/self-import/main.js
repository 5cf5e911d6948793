import { x as imported, f as g, default as d } from "./main.js";
import * as self from "./main.js";

try {
  imported;
} catch (error) {
  console.log("x", error.name);
}
try {
  self.default;
} catch (error) {
  console.log("default", error.name);
}
console.log(g());
export let x = "initialised";
export function f() {
  return "hoisted";
}
export default "the default";
console.log(imported, x, self.x, d, self.default, g === f);
