import { value as v1, probe } from "./a.js";
import { value as v2 } from "./b.js";

const value = "main";
function test(value$1, value$2, a_value, value_1, b, value_b) {
  return [value, v1, v2, value$1, value$2, a_value, value_1, b, value_b].join();
}
console.log(test(1, 2, 3, 4, 5, 6), probe());
