export { own } from "./own.js";
import { own } from "./own.js";
export function hoisted() {
  return `hoisted ${arguments.length} ${typeof arguments}`;
}
export const value = own + 1;
export class K {}
console.log("below", hoisted(own));
