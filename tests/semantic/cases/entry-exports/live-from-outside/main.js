import { inner, changeInner } from "./dep.js";
export let count = 0;
export const increment = () => ++count;
export function replace() {
  replace = () => "second";
  return "first";
}
export { inner, changeInner };
export default count;
