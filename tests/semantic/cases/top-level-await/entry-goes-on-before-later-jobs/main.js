import { loaded } from "./polyfill.js";
import "./other.js";
try {
  twice();
} catch (error) {
  console.log(error.name);
}
export let count = 1;
export function twice() {
  return count * 2;
}
export class Kept {}
export { loaded };
export default () => ++count;
console.log("main", loaded, twice(), twice.name, Kept.name);
await null;
count = 20;
console.log("main goes on");
setTimeout(() => console.log(count, twice()));
