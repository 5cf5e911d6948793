import { f } from "./dep.js";
function g(Object, { Array } = { Array: "pattern" }) {
  return [Object, Array, typeof Map].join();
}
console.log(g("parameter"), f(), Object.keys([1]).join());
