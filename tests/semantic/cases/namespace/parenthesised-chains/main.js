import * as ns from "./dep.js";

console.log((ns).x, ((ns)).inner.y, (ns.inner).y, (ns["inner"])["y"], (ns?.inner).y, (ns?.inner)?.["y"]);
console.log((ns.inner).f() === ns.inner, (ns).f() === ns, (ns.inner.f)() === ns.inner, ((ns.f))() === ns);
const pick = (0, ns.inner.f);
console.log(pick(), (0, ns.f)(), (ns.inner ?? null).f() === ns.inner, (ns, ns).x);
for (const action of [() => { (ns.x) = 1; }, () => { (ns).x = 1; }, () => { (ns.inner).y = 1; }, () => { [(ns.x)] = [1]; }]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
