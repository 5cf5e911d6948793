import { count, bump } from "./counter.js";
import "./early.js";

var total = 0;
let seen = [];
const limit = 3;
outer: for (let i = 0; i < limit; i++) {
  for (const x of [1, 2]) {
    if (x === 2 && i === 1) continue outer;
    if (i === 2) break outer;
    total += x;
    bump();
    seen.push(() => i * 10 + x);
  }
}
for (var v in { k: 1 });
while (total < 10) total++;
function hoisted() {
  return [typeof this, total, v, late()].join();
}
class K {}
function late() {
  return typeof K;
}
console.log(total, count, seen.map((f) => f()).join(), hoisted(), typeof this, K.name, "total" in globalThis);
