// globals: Object URL document encodeURIComponent location process
// Makes the import.meta of a module that lies at `path` from the bundle. `module` is the one that a
// loader has made for the bundle, which knows where it lies; without one the script or the page does.
const metaOf = ((encode) => (path, module) => {
  const meta = Object.create(null);
  const isURL = (text) => /^[a-z][a-z0-9+.-]+:/i.test(text);
  const ofFile = (name) =>
    `file://${name.replace(/^(?!\/)|\\/g, "/").replace(/[%\n\r\t?#]/g, encode)}`;
  const page = typeof document === "object" && document.baseURI
    || typeof location === "object" && location?.href;
  const own = module?.uri || typeof document === "object" && document.currentScript?.src;
  const folder = () => typeof process === "object" ? `${process.cwd?.()}/` : "/";
  const base = typeof module?.filename === "string" ? ofFile(module.filename)
    : !own || isURL(own) ? own || page
    : page ? new URL(own, page).href
    : ofFile(/^\/|^[a-z]:/i.test(own) ? own : folder() + own.replace(/^\.\//, ""));
  if (base) {
    const Address = URL;
    const { href } = new Address(path, base);
    meta.url = href;
    const resolve = (specifier) => /^\.{0,2}\//.test(specifier)
      ? new Address(specifier, href).href : new Address(specifier).href;
    meta.resolve = resolve;
  }
  return meta;
})(encodeURIComponent);
