import { g } from "./b.js";
export { g };
export function f() {
  return "f calls " + g();
}
