import * as ns from "./waits.js";
import { n, e, f, K, a, b } from "./waits.js";
export function look(when) {
  console.log(when, n, e, f(), K.tag, a, b, ns.n, ns.e, ns.f(), JSON.stringify([ns.a, ns.b, ns.unset]));
}
