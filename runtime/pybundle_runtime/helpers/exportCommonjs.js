// globals: Object
// `export * from` a CommonJS module: adds what the exports do not have yet, but for what `hidden`
// has: that is ambiguous. __esModule is a mark that nobody re-exports unless the text says so.
const exportCommonjs = (({ defineProperty, hasOwn, keys }) => (exports, value, hidden = {}) => {
  if (value === null || typeof value !== "object" && typeof value !== "function") return exports;
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const isKnown = name === "default" || name === "__esModule" || hasOwn(hidden, name);
    if (!isKnown && !hasOwn(exports, name)) {
      defineProperty(exports, name, { __proto__: null, get: () => value[name], enumerable: true });
    }
  }
  return exports;
})(Object);
