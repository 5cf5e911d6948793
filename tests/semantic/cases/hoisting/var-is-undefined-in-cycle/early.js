import { x } from "./main.js";

export function report(when) {
  console.log(when, x, typeof x);
}
report("before");
