// globals: Array Object Set Symbol
// Makes a namespace object of an external module that is not an ES module: its properties, and
// itself as `default`.
const namespaceOf = (value) => {
  const isObject = Object(value) === value;
  if (isObject && value[Symbol.toStringTag] === "Module") return value;
  const isMarked = isObject && value.__esModule;
  const namespace = Object.create(null);
  // Node finds in the text what is defined without being enumerable; functions and arrays have
  // such properties of their own, too.
  const isPlain = isObject && typeof value !== "function" && !Array.isArray(value);
  const names = new Set(isPlain ? Object.getOwnPropertyNames(value) : isObject ? Object.keys(value) : []);
  if (isObject && Object.hasOwn(value, "__esModule")) names.add("__esModule");
  for (const name of [...names.add("default")].sort()) {
    const get = name === "default" && !isMarked ? () => value : () => value[name];
    Object.defineProperty(namespace, name, { __proto__: null, get, enumerable: true });
  }
  Object.defineProperty(namespace, Symbol.toStringTag, { __proto__: null, value: "Module" });
  return Object.preventExtensions(namespace);
};
