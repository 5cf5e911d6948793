import { f } from "./a.js";
export { f };
export function g() {
  return "g knows f: " + (typeof f);
}
