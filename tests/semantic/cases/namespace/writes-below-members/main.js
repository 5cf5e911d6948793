import * as ns from "./dep.js";

ns.o.p = 1;
ns.o.p += 1;
ns.o["q"] = ns.o.p++;
[ns.o.r, ns.o.s = "default"] = ["r"];
({ a: ns.o.t } = { a: "t" });
for (ns.o.u of [1, 2]);
delete ns.o.gone;
ns.o.method().self.v = "v";
console.log(JSON.stringify(ns.o), ns.read() === ns.o);
for (const [name, action] of Object.entries({
  "inner.x =": () => { ns.inner.x = 1; },
  "inner.o.x =": () => { ns.inner.o.x = 1; },
  "missing =": () => { ns.missing = 1; },
  "missing.x =": () => { ns.missing.x = 1; },
  "missing++": () => { ns.missing++; },
  "missing?.()": () => ns.missing?.(),
  "missing``": () => ns.missing``,
  "new missing": () => new ns.missing(),
  "delete inner.x": () => delete ns.inner.x,
  "delete inner.o.x": () => delete ns.inner.o.x,
  "typeof missing": () => typeof ns.missing,
  "inner = ": () => { ns.inner = 1; },
})) {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, error.name);
  }
}
