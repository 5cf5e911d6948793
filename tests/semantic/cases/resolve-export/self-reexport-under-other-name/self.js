export const x = "x";
export { x as y } from "./self.js";
export { f as z } from "./self.js";
export function f() {
  return "f";
}
