// globals: Object URL document location
// Makes the import.meta of a module that lies at `path` from the script, or from the page where
// nothing says where the script lies.
const metaOf = (path, isMain) => {
  const meta = Object.create(null);
  const base = typeof document === "object" && document.currentScript?.src
    || typeof location === "object" && location.href;
  if (base) {
    meta.url = new URL(path, base).href;
    meta.resolve = (specifier) => new URL(specifier, meta.url).href;
  }
  return meta;
};
