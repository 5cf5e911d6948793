import { fromB, seen } from "./b.js";
export const a = "a";
export function hoisted() {
  return "hoisted " + typeof hoisted;
}
export class K {}
export { fromB };
console.log("a", seen.join());
