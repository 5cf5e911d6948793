// globals: Symbol
// Returns the default export of an external module: what it marks as such, else the whole of it.
const defaultOf = (value) =>
  value !== null && (typeof value === "object" || typeof value === "function")
    && (value.__esModule || value[Symbol.toStringTag] === "Module") && "default" in value
    ? value.default : value;
