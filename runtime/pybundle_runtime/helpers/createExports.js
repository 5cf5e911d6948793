// globals: Object Symbol
// Makes the object through which a bundle shows its exports: live, and shaped as a namespace.
const createExports = (slots, marks) => {
  const exports = Object.create(null, marks);
  for (const name of Object.keys(Object.setPrototypeOf(slots, null)).sort()) {
    Object.defineProperty(exports, name, { __proto__: null, get: slots[name], enumerable: true });
  }
  Object.defineProperty(exports, Symbol.toStringTag, { __proto__: null, value: "Module" });
  return exports;
};
