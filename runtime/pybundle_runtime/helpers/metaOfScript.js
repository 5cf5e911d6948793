// globals: Object URL encodeURIComponent document location __filename
// Makes the import.meta of a module that lies at `path` from the script; from the page, where
// nothing says where the script lies.
const metaOf = ((encode) => (path) => {
  const meta = Object.create(null);
  const base = typeof document === "object" && (document.currentScript?.src || document.baseURI)
    || typeof location === "object" && location?.href
    || typeof __filename === "string"
      && `file://${__filename.replace(/^(?!\/)|\\/g, "/").replace(/[%\n\r\t?#]/g, encode)}`;
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
