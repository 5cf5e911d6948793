// globals: Object Symbol
// Returns the namespace object of a module that Node has required, as its import gives it; `make`
// makes that of CommonJS.
const nodeImported = (make, value) =>
  value !== null && typeof value === "object" && value[Symbol.toStringTag] === "Module"
    && !Object.isExtensible(value) ? value : make(value);
