import { n, bump } from "ext";
import * as ns from "ext";

console.log(n, ns.n);
bump();
console.log(n, ns.n, `${n}`, n + 1);
for (const action of [() => { n = 1; }, () => { n++; }, () => { [n] = [1]; }, () => { ns.n = 1; }]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
console.log(n);
