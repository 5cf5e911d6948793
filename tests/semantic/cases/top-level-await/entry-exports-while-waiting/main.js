import { value } from "./waits.js";
export let n = 1;
export { value };
export default function f() {
  return n;
}
n = await 2;
console.log(n, value, f());
