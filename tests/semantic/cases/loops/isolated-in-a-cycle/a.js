import { hoisted, value } from "./b.js";
import "./c.js";
for (let i = 0; i < 1; i++) console.log("a", hoisted(), value);
export function fromA() {
  return "from a";
}
