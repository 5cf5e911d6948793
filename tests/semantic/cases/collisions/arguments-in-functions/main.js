import { f } from "./dep.js";
function args() {
  return arguments.length + (() => arguments[0])();
}
console.log(args(1, 2), f(1, 2, 3));
