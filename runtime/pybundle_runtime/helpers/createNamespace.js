// globals: Object Proxy Reflect Symbol
// Makes a module namespace object (ECMA-262, Module Namespace Exotic Objects). `slots` has a
// function for each export, which reads its slot and so throws while that is uninitialized.
const createNamespace = (slots) => {
  const { create, defineProperty, preventExtensions, setPrototypeOf, hasOwn, is } = Object;
  const { getOwnPropertyDescriptor, defineProperty: ordinaryDefine, get } = Reflect;
  // Without a prototype: a program may give that of objects a property `get`.
  const plain = (descriptor) => descriptor && setPrototypeOf(descriptor, null);
  const names = Object.keys(setPrototypeOf(slots, null)).sort();
  const target = create(null);
  for (const name of names) {
    defineProperty(target, name, { __proto__: null, value: undefined, writable: true, enumerable: true });
  }
  defineProperty(target, Symbol.toStringTag, { __proto__: null, value: "Module" });
  const keys = [...names, Symbol.toStringTag];
  return new Proxy(preventExtensions(target), {
    __proto__: null,
    get: (_, key, receiver) => slots[key] ? slots[key]() : get(target, key, receiver),
    set: () => false,
    ownKeys: () => keys,
    getOwnPropertyDescriptor: (_, key) => slots[key]
      ? { __proto__: null, value: slots[key](), writable: true, enumerable: true, configurable: false }
      : plain(getOwnPropertyDescriptor(target, key)),
    defineProperty: (_, key, descriptor) => {
      if (!slots[key]) return ordinaryDefine(target, key, plain(descriptor));
      const value = slots[key]();
      return !hasOwn(descriptor, "get") && !hasOwn(descriptor, "set")
        && (!hasOwn(descriptor, "configurable") || !descriptor.configurable)
        && (!hasOwn(descriptor, "enumerable") || descriptor.enumerable)
        && (!hasOwn(descriptor, "writable") || descriptor.writable)
        && (!hasOwn(descriptor, "value") || is(descriptor.value, value));
    },
  });
};
