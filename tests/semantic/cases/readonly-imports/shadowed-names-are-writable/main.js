import { x, y } from "./dep.js";

function parameter(x) {
  x += 1;
  return x;
}
function local() {
  let y = 1;
  y++;
  {
    var z = (x = 2) => ++x;
  }
  return y + z();
}
console.log(parameter(1), local(), x, y);
try {
  throw 5;
} catch (x) {
  x *= 2;
  console.log(x);
}
for (let x = 0; x < 1; x++) console.log("loop", x);
