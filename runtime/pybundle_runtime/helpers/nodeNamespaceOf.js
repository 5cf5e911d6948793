// globals: Object Set Symbol
// Makes the namespace object of a CommonJS module as Node does: its properties, and
// `module.exports` as `default`.
const nodeNamespaceOf = (value) => {
  const namespace = Object.create(null);
  const names = new Set(Object(value) === value ? Object.keys(value) : []);
  if (Object(value) === value && Object.hasOwn(value, "__esModule")) names.add("__esModule");
  for (const name of [...names.add("default")].sort()) {
    const get = name === "default" ? () => value : () => value[name];
    Object.defineProperty(namespace, name, { __proto__: null, get, enumerable: true });
  }
  Object.defineProperty(namespace, Symbol.toStringTag, { __proto__: null, value: "Module" });
  return Object.preventExtensions(namespace);
};
