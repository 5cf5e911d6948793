// WebAssembly is compiled beside the program, in the host's time. What is being compiled is counted,
// so that neither the run ends nor the clock goes on before it has come.
let compiling = 0;
const watched = (compile) => ({
  compile(bytes) {
    compiling++;
    return promiseThen(apply(compile, this, arguments), (value) => {
      compiling--;
      return value;
    }, (error) => {
      compiling--;
      throw error;
    });
  },
}).compile;
// In each new realm: snapshots have no WebAssembly.
const watchWebAssembly = () => {
  const { WebAssembly } = globalThis;
  for (const name of ["compile", "instantiate"]) {
    const descriptor = WebAssembly && getOwnPropertyDescriptor(WebAssembly, name);
    if (!descriptor) continue;
    descriptor.value = watched(descriptor.value);
    defineProperty(descriptor.value, "name", { __proto__: null, value: name });
    defineProperty(WebAssembly, name, descriptor);
  }
};
