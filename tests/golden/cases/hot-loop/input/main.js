import { step } from "./step.js";
let sum = 0;
for (let i = 0; i < 10; i += 1) sum += step(i);
console.log(sum);
