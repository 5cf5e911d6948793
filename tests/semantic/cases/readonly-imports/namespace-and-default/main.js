import * as ns from "./dep.js";
import def, { f, K } from "./dep.js";

for (const [name, action] of Object.entries({
  ns: () => (ns = {}),
  def: () => (def = 1),
  f: () => (f = () => "other"),
  K: () => (K = class {}),
  "ns++": () => ns++,
  "[ns]": () => ([ns] = [1]),
})) {
  try {
    action();
  } catch (error) {
    console.log(name, error.name);
  }
}
console.log(typeof ns, def, f(), new K().kind);
