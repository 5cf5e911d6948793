// globals: Object Proxy Reflect Symbol
// Makes the namespace object of a module that has `export *` from external modules: their names
// belong to it too, but for those that are null in `slots`. `stars` returns their namespaces, once
// they are there; a name that they have different values of is ambiguous (ECMA-262,
// ResolveExport). __esModule is a mark that nobody re-exports unless the text says so.
const createOpenNamespace = (createNamespace, slots, stars) => {
  const { create, defineProperty, hasOwn, is, keys, preventExtensions, setPrototypeOf } = Object;
  const target = create(null);
  setPrototypeOf(slots, null);
  let whole;
  const close = () => {
    const found = create(null);
    for (const star of stars()) {
      if (Object(star) !== star) continue;
      for (const name of keys(star)) {
        if (name === "default" || name === "__esModule" || hasOwn(slots, name)) continue;
        const ambiguous = name in found && !(found[name] && is(found[name][name], star[name]));
        found[name] = ambiguous ? undefined : star;
      }
    }
    for (const name in found) if (found[name]) slots[name] = () => found[name][name];
    for (const name of keys(slots)) if (!slots[name]) delete slots[name];
    whole = createNamespace(slots);
    for (const name of keys(slots)) {
      defineProperty(target, name, { __proto__: null, value: undefined, writable: true, enumerable: true });
    }
    defineProperty(target, Symbol.toStringTag, { __proto__: null, value: "Module" });
    preventExtensions(target);
  };
  const handler = create(null);
  for (const trap of keys(Object.getOwnPropertyDescriptors(Reflect))) {
    const operation = Reflect[trap];
    handler[trap] = (_, ...rest) => {
      if (!whole) close();
      return operation(whole, ...rest);
    };
  }
  return new Proxy(target, handler);
};
