import * as ns from "./dep.js";

const log = [];
const proxy = new Proxy(ns, {
  get: (target, key, receiver) => (log.push(String(key)), Reflect.get(target, key, receiver)),
});
console.log(proxy.x, proxy.missing, Object.keys(proxy).join(), log.join());
console.log(Reflect.ownKeys(ns).length, Reflect.isExtensible(ns), Reflect.has(ns, "x"));
for (const operation of [
  () => Reflect.apply(ns, null, []),
  () => Reflect.construct(ns, []),
  () => Object.defineProperties(ns, { x: { value: 9 } }),
  () => new Proxy(ns, { get: () => "lie" }).x,
  () => Object.keys(new Proxy(ns, { ownKeys: () => [] })),
  () => new Proxy(ns, { has: () => false }).x + ("x" in new Proxy(ns, { has: () => false })),
]) {
  try {
    console.log(String(operation()));
  } catch (error) {
    console.log(error.name);
  }
}
