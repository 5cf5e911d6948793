import { counter } from "./counter.js";
import { total } from "./total.js";

function work() {
  let total = 0;
  for (let counter = 1; counter <= 3; counter++) total += counter;
  const inner = function counter(n) {
    return n ? counter(n - 1) + 1 : total;
  };
  return inner(4);
}
console.log(work(), counter(), total);
