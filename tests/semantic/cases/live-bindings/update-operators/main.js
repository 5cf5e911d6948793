import { n, s, nul, steps } from "./dep.js";

for (const step of steps) {
  step();
  console.log(n, s, nul);
}
