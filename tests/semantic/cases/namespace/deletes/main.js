import * as ns from "./dep.js";

for (const [name, action] of Object.entries({
  "delete ns.x": () => delete ns.x,
  'delete ns["x"]': () => delete ns["x"],
  "delete ns?.x": () => delete ns?.x,
  "delete ns.missing": () => delete ns.missing,
  "delete ns[Symbol.toStringTag]": () => delete ns[Symbol.toStringTag],
  "delete ns[Symbol.iterator]": () => delete ns[Symbol.iterator],
  "Reflect.deleteProperty x": () => Reflect.deleteProperty(ns, "x"),
  "Reflect.deleteProperty missing": () => Reflect.deleteProperty(ns, "missing"),
  "delete ns.o.p": () => delete ns.o.p,
})) {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, error.name);
  }
}
console.log(ns.x, ns.o.p);
