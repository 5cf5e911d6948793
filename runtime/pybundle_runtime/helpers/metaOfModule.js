// globals: Object URL decodeURIComponent
// Makes the import.meta of a module that lies at `path` from the bundle, whose own is `bundle`:
// what the host gives there, in the host's order. What is not of the module is of them all.
const metaOf = ((Address, decode) => (path, bundle, isMain) => {
  const meta = Object.create(null);
  const { href, host, pathname } = new Address(path, bundle.url);
  const slash = bundle.filename?.[0] === "/" ? "/" : "\\";
  const isRelative = (specifier) => /^\.{0,2}\//.test(specifier)
    || bundle.filename !== undefined && /^\.{1,2}$/.test(specifier);
  const give = {
    __proto__: null,
    url: () => href,
    resolve: () => {
      const resolve = function (specifier) {
        return bundle.resolve(typeof specifier === "string" && isRelative(specifier)
          ? new Address(specifier, href).href : specifier);
      };
      for (const key of ["length", "name"]) {
        Object.defineProperty(resolve, key, { __proto__: null, value: bundle.resolve[key] });
      }
      return resolve;
    },
    filename: () => {
      const name = decode(pathname);
      return slash === "/" ? name
        : (host ? `\\\\${host}${name}` : name.slice(1)).replaceAll("/", "\\");
    },
    dirname: () => {
      const name = give.filename();
      const at = name.lastIndexOf(slash);
      return name.slice(0, at === name.indexOf(slash) ? at + 1 : at);
    },
    main: () => isMain && bundle.main,
  };
  for (const key of [...Object.keys(bundle), ...Object.keys(give)]) {
    if (key in bundle && !(key in meta)) meta[key] = key in give ? give[key]() : bundle[key];
  }
  return meta;
})(URL, decodeURIComponent);
