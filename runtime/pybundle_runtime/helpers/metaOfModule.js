// globals: Object URL decodeURIComponent
// Makes the import.meta of a module that lies at `path` from the bundle, whose own is `bundle`.
const metaOf = (path, isMain, bundle) => {
  const meta = Object.create(null);
  meta.url = new URL(path, bundle.url).href;
  if (bundle.filename !== undefined) {
    const windows = bundle.filename[0] !== "/";
    const name = decodeURIComponent(new URL(meta.url).pathname);
    meta.filename = windows ? name.slice(1).replaceAll("/", "\\") : name;
    meta.dirname = meta.filename.slice(0, meta.filename.lastIndexOf(windows ? "\\" : "/"));
  }
  if (bundle.resolve) {
    meta.resolve = (specifier) =>
      bundle.resolve(/^\.{0,2}\//.test(specifier) ? new URL(specifier, meta.url).href : specifier);
  }
  if (bundle.main !== undefined) meta.main = isMain && bundle.main;
  return meta;
};
