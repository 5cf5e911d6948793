import { outer as o, loop as l } from "./dep.js";

const outer = "main outer";
loop: for (const loop of [1, 2, 3]) {
  inner: for (;;) {
    if (loop === 2) continue loop;
    if (loop === 3) break loop;
    break inner;
  }
  console.log(loop, outer, o, l());
}
