import * as ns from "./dep.js";
import { read } from "./dep.js";

const key = "x";
for (const [name, action] of Object.entries({
  "ns.x =": () => { ns.x = 2; },
  'ns["x"] =': () => { ns["x"] = 2; },
  "ns[key] =": () => { ns[key] = 2; },
  "ns.new =": () => { ns.new = 2; },
  "ns.x +=": () => { ns.x += 2; },
  "ns.x++": () => { ns.x++; },
  "ns.x ??=": () => { ns.x ??= 2; },
  "ns.u ??=": () => { ns.u ??= 2; },
  "ns.x &&=": () => { ns.x &&= 2; },
  "[ns.x] =": () => { [ns.x] = [2]; },
  "({ a: ns.x } =": () => { ({ a: ns.x } = {}); },
  "for (ns.x of": () => { for (ns.x of [2]); },
  "for (ns.x in": () => { for (ns.x in { k: 1 }); },
  "symbol": () => { ns[Symbol.toStringTag] = "Other"; },
  "ns.__proto__ =": () => { ns.__proto__ = {}; },
})) {
  try {
    action();
    console.log(name, "no error");
  } catch (error) {
    console.log(name, error.name);
  }
}
console.log(ns.x, read(), Reflect.set(ns, "x", 3), Reflect.set(ns, "new", 3));
