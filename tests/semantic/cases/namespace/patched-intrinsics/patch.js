const broken = () => {
  throw new Error("patched");
};
for (const name of ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "defineProperty", "set"]) Reflect[name] = broken;
Object.defineProperty = Object.create = Object.freeze = Object.preventExtensions = broken;
globalThis.Proxy = broken;
