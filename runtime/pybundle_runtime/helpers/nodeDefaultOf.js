// globals: Object Symbol
// Returns the default export of a module that Node has required, as its import gives it: of
// CommonJS the whole, whatever that says of itself; of an ES module its own.
const nodeDefaultOf = (value) =>
  value !== null && typeof value === "object" && value[Symbol.toStringTag] === "Module"
    && !Object.isExtensible(value) ? value.default : value;
