import { own, ownFunction } from "./other.js";
export { x, f };
function f() { return this === undefined; }
try {
  throw "caught";
} catch (x) {
  var x = own;
  console.log(x, own);
}
try {
  throw "caught";
} catch (f) {
  console.log(ownFunction());
}
console.log(x, own);
x = 5;
try { throw "again"; } catch (x) { var x; console.log(x, own); }
