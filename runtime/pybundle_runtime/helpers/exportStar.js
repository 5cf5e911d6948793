// globals: Object
// `export * from` an external module: adds what the exports do not have yet.
const exportStar = (exports, value) => {
  for (const name of Object.keys(value)) {
    if (name !== "default" && !Object.hasOwn(exports, name)) {
      Object.defineProperty(exports, name, { __proto__: null, get: () => value[name], enumerable: true });
    }
  }
  return exports;
};
