import * as ns from "./main.js";

export function inspect(when) {
  for (const [name, operation] of Object.entries({
    ownKeys: () => Reflect.ownKeys(ns).length,
    getOwnPropertyNames: () => Object.getOwnPropertyNames(ns).join(),
    has: () => "x" in ns,
    reflectHas: () => Reflect.has(ns, "x"),
    prototype: () => Object.getPrototypeOf(ns),
    extensible: () => Object.isExtensible(ns),
    tag: () => String(ns[Symbol.toStringTag]),
    typeof: () => typeof ns,
    keys: () => Object.keys(ns).join(),
    entries: () => Object.entries(ns).length,
    hasOwn: () => Object.hasOwn(ns, "x"),
    descriptor: () => Object.getOwnPropertyDescriptor(ns, "x").value,
    descriptors: () => Object.keys(Object.getOwnPropertyDescriptors(ns)).join(),
    descriptorOfFunction: () => typeof Object.getOwnPropertyDescriptor(ns, "f").value,
    enumerable: () => Object.prototype.propertyIsEnumerable.call(ns, "x"),
    forIn: () => { let keys = ""; for (const key in ns) keys += key; return keys; },
    spread: () => Object.keys({ ...ns }).length,
    json: () => JSON.stringify(ns),
    define: () => Reflect.defineProperty(ns, "x", { value: "x" }),
    defineOther: () => Reflect.defineProperty(ns, "y", { value: 1 }),
    set: () => Reflect.set(ns, "x", 1),
    delete: () => Reflect.deleteProperty(ns, "x"),
    isFrozen: () => Object.isFrozen(ns),
    isSealed: () => Object.isSealed(ns),
    rest: () => { const { f, ...rest } = ns; return Object.keys(rest).join(); },
  })) {
    let result;
    try {
      result = operation();
    } catch (error) {
      result = error.name;
    }
    console.log(when, name, result);
  }
}
inspect("before");
