import { attempt } from "./dep.js";
const frozen = Object.freeze({ x: 1 });
const getter = { get x() { return 1; } };
for (const action of [
  () => { frozen.x = 2; },
  () => { getter.x = 2; },
  () => { delete Object.prototype; },
  () => { "string".length = 1; },
  () => { (5).x = 1; },
  () => { undefined = 1; },
  () => { NaN++; },
  () => { globalThis.Infinity = 1; },
]) {
  console.log(attempt(action));
}
