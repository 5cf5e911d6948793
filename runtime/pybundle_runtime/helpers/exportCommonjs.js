// globals: Object
// `export * from` a CommonJS module: adds what the exports do not have yet, and __esModule, which
// is an export like others to whoever imports the module.
const exportCommonjs = (({ defineProperty, getOwnPropertyDescriptor, hasOwn, keys }) => (exports, value) => {
  if (value === null || typeof value !== "object" && typeof value !== "function") return exports;
  const names = keys(value);
  if (hasOwn(value, "__esModule") && !names.includes("__esModule")) names.push("__esModule");
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const known = getOwnPropertyDescriptor(exports, name);
    if (name !== "default" && !(known && known.enumerable)) {
      defineProperty(exports, name, { __proto__: null, get: () => value[name], enumerable: true });
    }
  }
  return exports;
})(Object);
