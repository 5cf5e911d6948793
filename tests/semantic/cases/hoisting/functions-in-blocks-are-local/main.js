import { inner } from "./dep.js";

console.log(typeof f, inner());
{
  console.log(f());
  function f() {
    return "block f of main";
  }
}
if (true) {
  function g() {}
}
console.log(typeof f, typeof g);
