// globals: Promise
// import() of an external module: the AMD loader loads it.
const importDefined = ((Native) => (require, namespaceOf) => (name) =>
  new Native((resolve, reject) => {
    require([name], (value) => resolve(namespaceOf(value)), reject);
  }))(Promise);
