// globals: Object URL require module __filename
// Makes the import.meta of a module that lies at `path` from this file.
const metaOf = (path, isMain) => {
  const meta = Object.create(null);
  const { fileURLToPath, pathToFileURL } = require("url");
  meta.url = new URL(path, pathToFileURL(__filename)).href;
  meta.filename = fileURLToPath(meta.url);
  meta.dirname = require("path").dirname(meta.filename);
  meta.resolve = (specifier) =>
    /^\.{0,2}\//.test(specifier) ? new URL(specifier, meta.url).href
      : pathToFileURL(require("module").createRequire(meta.filename).resolve(specifier)).href;
  meta.main = isMain && require.main === module;
  return meta;
};
