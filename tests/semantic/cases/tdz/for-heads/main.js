import { x as dx, run } from "./dep.js";

let x = [1, 2];
for (const loop of [
  () => { for (let x of x); },
  () => { for (const x in x); },
  () => { for (let x = x; ; ) break; },
  () => { for (const [x = y, y] of [[]]); },
  () => { for (var z of x) console.log("var sees the outer x", z); },
]) {
  try {
    loop();
  } catch (error) {
    console.log(error.name);
  }
}
run();
console.log(dx.length);
