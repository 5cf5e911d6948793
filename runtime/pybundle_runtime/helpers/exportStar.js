// globals: Object
// `export * from` an external module: adds what the exports do not have yet.
const exportStar = (({ defineProperty, hasOwn, keys }) => (exports, value) => {
  const names = typeof value === "object" && value || typeof value === "function" ? keys(value) : [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (name !== "default" && !hasOwn(exports, name)) {
      defineProperty(exports, name, { __proto__: null, get: () => value[name], enumerable: true });
    }
  }
  return exports;
})(Object);
