// globals: Object Symbol
// Makes the object through which a bundle shows its exports: live, and shaped as a namespace.
const createExports = (({ create, defineProperty, keys }, tag) => (slots, marks) => {
  const exports = create(null, marks);
  const names = keys(slots);
  for (let i = 0; i < names.length; i++) {
    defineProperty(exports, names[i], { __proto__: null, get: slots[names[i]], enumerable: true });
  }
  defineProperty(exports, tag, { __proto__: null, value: "Module" });
  return exports;
})(Object, Symbol.toStringTag);
