// globals: Object URL decodeURIComponent encodeURIComponent require module __filename
// Makes the import.meta of a module that lies at `path` from this file.
const metaOf = ((Address, decode, encode) => {
  const slash = __filename[0] === "/" ? "/" : "\\";
  const toURL = (name) => {
    const unix = slash === "/" ? name : name.replaceAll("\\", "/");
    const start = unix.startsWith("//") ? "file:" : slash === "/" ? "file://" : "file:///";
    return new Address(start + unix.replace(/[%\\\n\r\t?#]/g, encode)).href;
  };
  return (path, isMain) => {
    const meta = Object.create(null);
    const { href, host, pathname } = new Address(path, toURL(__filename));
    const name = slash === "/" ? decode(pathname)
      : (host ? `\\\\${host}${decode(pathname)}` : decode(pathname).slice(1)).replaceAll("/", "\\");
    const at = name.lastIndexOf(slash);
    meta.dirname = name.slice(0, at === name.indexOf(slash) ? at + 1 : at);
    meta.filename = name;
    meta.main = isMain && require.main === module;
    const resolve = (specifier) => {
      if (/^(\.{0,2}\/|\.{1,2}$)/.test(specifier)) return new Address(specifier, href).href;
      if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return new Address(specifier).href;
      const { createRequire, isBuiltin } = require("node:module");
      return isBuiltin(specifier) ? `node:${specifier}`
        : toURL(createRequire(href).resolve(specifier));
    };
    meta.resolve = resolve;
    meta.url = href;
    return meta;
  };
})(URL, decodeURIComponent, encodeURIComponent);
