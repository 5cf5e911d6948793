// CommonJS as Node documents it, for graphs that have such modules, and for scripts that are one.
// The program's data says what is there: `sources` has for each URL its kind, the name of its file,
// and its text (of an ES module: what it imports); `requests` what each specifier means.
const sources = new Map();
const urlOfFile = new Map();
const requests = new Map();
const HOST = "";
const scriptFiles = new Set();
const requireCache = create(null);
const parents = new Map();
const executing = new Set();
const FILE_ENDS = ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"];
const FOLDER_END = FILE_ENDS.indexOf("/index.js");
let mainModule;

const prepareCommonjs = (data) => {
  const { modules, requires, script, entry } = data;
  for (let i = 0; i < modules.length; i++) {
    mapSet(sources, modules[i].url, modules[i]);
    mapSet(urlOfFile, modules[i].file, modules[i].url);
  }
  for (let i = 0; i < requires.length; i++) {
    mapSet(requests, `${requires[i][0]}\n${requires[i][1]}`, requires[i][2]);
  }
  if (script !== null) {
    setAdd(scriptFiles, fileOfUrl(script));
    mapSet(urlOfFile, fileOfUrl(script), script);
  }
  if (entry !== null && mapGet(sources, entry).kind === "esm") {
    linkModules(entry, false);
    host.enter?.(entry);
  }
};

const fileOfUrl = (url) =>
  startsWith(url, "file://") ? decodeURIComponent(new URL(url).pathname) : url;
const directoryOf = (file) => slice(file, 0, lastIndexOf(file, "/")) || "/";
const joinPath = (directory, path) => {
  const parts = [];
  const given = split(`${startsWith(path, "/") ? "" : directory}/${path}`, "/");
  for (let i = 0; i < given.length; i++) {
    if (given[i] === "..") parts.length > 0 && parts.length--;
    else if (given[i] !== "." && given[i] !== "") push(parts, given[i]);
  }
  return `/${join(parts, "/")}`;
};
const packageFolders = (directory) => {
  const paths = [];
  for (let at = directory; ; at = directoryOf(at)) {
    if (slice(at, lastIndexOf(at, "/") + 1) !== "node_modules") {
      push(paths, `${at === "/" ? "" : at}/node_modules`);
    }
    if (at === "/") return paths;
  }
};

function Module(id, parent) {
  this.id = id;
  this.path = directoryOf(id);
  this.exports = {};
  mapSet(parents, this, parent);
  this.filename = null;
  this.loaded = false;
  this.children = [];
  if (parent && isArray(parent.children)) push(parent.children, this);
}
defineProperty(Module.prototype, "parent", {
  __proto__: null, enumerable: false, configurable: true,
  get() { return mapGet(parents, this); },
  set(value) { mapSet(parents, this, value); },
});
defineProperty(Module.prototype, "isPreloading", {
  __proto__: null, enumerable: false, configurable: true, get: () => false,
});
Module.prototype.require = function (id) {
  return requireFrom(this, id);
};

const codedError = (Class, code, message) => {
  const error = new Class(message);
  error.code = code;
  return error;
};
const notFound = (module, specifier) => {
  const stack = [];
  for (let each = module; each; each = mapGet(parents, each)) push(stack, each.filename || each.id);
  const files = stack.length > 0 ? `\nRequire stack:\n- ${join(stack, "\n- ")}` : "";
  const error = codedError(Error, "MODULE_NOT_FOUND", `Cannot find module '${specifier}'${files}`);
  error.requireStack = stack;
  return error;
};
const isPath = (specifier) => exec(/^(?:\.{0,2}\/|\.{1,2}$)/, specifier) !== null;

// What is asked for and is not in the program's data: the trace says so, since nobody knows what
// there is. Of a script it is known.
const lack = (module, specifier) => {
  const isAsked = mapHas(requests, requestKey(module, specifier));
  if (isAsked || !setHas(scriptFiles, module.filename)) emit("lacks", specifier);
  return notFound(module, specifier);
};
const requestKey = (module, specifier) => `${mapGet(urlOfFile, module.filename)}\n${specifier}`;

// The URL that a specifier means in a module, or HOST.
const locate = (module, specifier) => {
  const url = mapGet(requests, requestKey(module, specifier));
  if (url === null) throw notFound(module, specifier);
  if (url !== undefined) return url;
  if (!isPath(specifier)) return HOST;
  const path = joinPath(module.path, specifier);
  const isFolder = exec(/(?:^|\/)\.{0,2}$/, specifier) !== null;
  for (let i = isFolder ? FOLDER_END : 0; i < FILE_ENDS.length; i++) {
    const found = mapGet(urlOfFile, path + FILE_ENDS[i]);
    if (found !== undefined) return found;
  }
  throw lack(module, specifier);
};

const received = (value) => {
  if (value === null || value === undefined) return toText(value);
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value === "object") return `an instance of ${value.constructor?.name}`;
  return `type ${typeof value} (${toText(value)})`;
};
const checkText = (name, value) => {
  if (typeof value === "string") return;
  const message = `The "${name}" argument must be of type string. Received ${received(value)}`;
  throw codedError(TypeError, "ERR_INVALID_ARG_TYPE", message);
};
const requireFrom = (module, specifier) => {
  checkText("id", specifier);
  if (specifier === "") {
    const message = "The argument 'id' must be a non-empty string. Received ''";
    throw codedError(TypeError, "ERR_INVALID_ARG_VALUE", message);
  }
  if (startsWith(specifier, "node:") && !isBuiltin(specifier)) {
    const message = `No such built-in module: ${specifier}`;
    throw codedError(Error, "ERR_UNKNOWN_BUILTIN_MODULE", message);
  }
  const url = locate(module, specifier);
  return url === HOST ? requireOfHost(module, specifier) : loadModule(url, module).exports;
};

// What a script's own file can require: what the bundler's import.meta needs of Node.
const scriptModules = {
  __proto__: null,
  url: {
    pathToFileURL: (path) => new URL(`file://${encodeURI(path)}`),
    fileURLToPath: (url) => decodeURIComponent(new URL(url).pathname),
  },
  path: { dirname: directoryOf },
};
const requireOfHost = (module, specifier) => {
  const name = startsWith(specifier, "node:") ? slice(specifier, 5) : specifier;
  if (name === "module") return Module;
  const native = host.native(name);
  if (native !== undefined) return native;
  const isScript = setHas(scriptFiles, module.filename);
  if (isScript && scriptModules[name] !== undefined) return scriptModules[name];
  throw lack(module, specifier);
};

const extensions = create(null);
for (const extension of [".js", ".json", ".node"]) {
  extensions[extension] = (module, file) => {
    const url = mapGet(urlOfFile, file);
    if (url === undefined) throw lack(module, file);
    execute(module, url, mapGet(sources, url));
  };
}
const requireOf = (module) => {
  const require = function require(path) {
    return module.require(path);
  };
  require.resolve = function resolve(request, options) {
    checkText("request", request);
    const url = locate(module, request);
    if (url !== HOST) return mapGet(sources, url).file;
    if (isBuiltin(request)) return request;
    throw startsWith(request, "node:") ? notFound(module, request) : lack(module, request);
  };
  require.resolve.paths = function paths(request) {
    return isBuiltin(request) ? null : isPath(request) ? [module.path] : module.paths;
  };
  require.main = mainModule;
  require.extensions = extensions;
  require.cache = requireCache;
  return require;
};
const BUILTIN = new RegExp(`^(?:node:(?:sea|sqlite|test|test/reporters)|(?:node:)?(?:${[
  "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto",
  "dgram", "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https",
  "inspector", "module", "net", "os", "path", "perf_hooks", "process", "punycode", "querystring",
  "readline", "repl", "stream", "string_decoder", "sys", "timers", "tls", "trace_events", "tty",
  "url", "util", "v8", "vm", "wasi", "worker_threads", "zlib",
].join("|")})(?:/(?:consumers|posix|promises|strict|types|web|win32))?)$`);
const isBuiltin = (specifier) => exec(BUILTIN, specifier) !== null;

const addChild = (parent, module) => {
  const children = parent && parent.children;
  if (!isArray(children)) return;
  for (let i = 0; i < children.length; i++) if (children[i] === module) return;
  push(children, module);
};
const removeChild = (parent, module) => {
  const children = parent && parent.children;
  if (!isArray(children)) return;
  for (let i = 0; i < children.length; i++) {
    if (children[i] === module) return void splice(children, i, 1);
  }
};

const makeModule = (file, parent, isMain) => {
  const module = new Module(file, parent);
  module.filename = file;
  module.paths = packageFolders(module.path);
  if (isMain) {
    module.id = ".";
    mainModule = module;
  }
  return module;
};

// Gives the module of a URL, evaluated; one that is being evaluated as it is. What throws is not
// kept.
const loadModule = (url, parent, isMain = false) => {
  const source = mapGet(sources, url);
  const cached = requireCache[source.file];
  if (cached !== undefined) addChild(parent, cached);
  if (cached !== undefined && !setHas(waiting, cached)) {
    if (source.kind === "esm" && cached.loaded === false) throw cycleError();
    return cached;
  }
  const module = cached ?? makeModule(source.file, parent, isMain);
  setDelete(waiting, module);
  requireCache[source.file] = module;
  let threw = true;
  try {
    execute(module, url, source);
    module.loaded = true;
    threw = false;
  } finally {
    if (threw) {
      delete requireCache[source.file];
      removeChild(parent, module);
    }
  }
  return module;
};

const execute = (module, url, source) => {
  if (source.kind === "esm") {
    module.exports = requireModule(url);
  } else if (source.kind === "commonjs") {
    const text = startsWith(source.text, "#!") ? `//${source.text}` : source.text;
    runWrapper(module, url, host.compile(text, url));
  } else {
    module.exports = host.data(url, source.kind);
  }
};
const runWrapper = (module, url, wrapper) => {
  const { exports, filename, path } = module;
  setAdd(executing, url);
  try {
    apply(wrapper, exports, [exports, requireOf(module), module, filename, path]);
  } finally {
    setDelete(executing, url);
  }
};

const cycleError = () =>
  codedError(Error, "ERR_REQUIRE_CYCLE_MODULE", "Cannot require() ES Module in a cycle.");
// `require` of an ES module: it must neither be waiting for itself, nor await. Gives what Node
// gives for its namespace.
const requireModule = (url) => {
  if (host.isEvaluating(url)) throw cycleError();
  linkModules(url, true);
  host.enter?.(url);
  const space = host.evaluateModule(url);
  if (space === null) {
    const message = "require() cannot be used on an ESM graph with top-level await."
      + " Use import() instead.";
    throw codedError(Error, "ERR_REQUIRE_ASYNC_MODULE", message);
  }
  if (hasOwn(space, "module.exports")) return space["module.exports"];
  return !hasOwn(space, "default") || hasOwn(space, "__esModule") ? space : host.facade(url);
};
// Links what is not linked, as Node does: of CommonJS that an ES module imports there is a record
// from then on, without a parent. What `require` links must lead to nothing that is running. If it
// does, what leads there is linked anew when it is asked for again.
const linked = new Set();
const linkModules = (root, isRequired) => {
  const path = [];
  const link = (url) => {
    const { kind, imports, file } = mapGet(sources, url) ?? {};
    if (kind !== "esm" && kind !== "commonjs") return;
    if (setHas(linked, url)) {
      const runs = kind === "esm" ? host.isEvaluating(url) : setHas(importing, url);
      if (isRequired && path.length > 0 && runs) throw cycleError();
      return;
    }
    if (kind === "commonjs" && isRequired && setHas(executing, url)) throw cycleError();
    setAdd(linked, url);
    if (kind === "commonjs") linkCommonjs(url, file);
    else push(path, { url, imports: imports || [], next: 0 });
  };
  try {
    link(root);
    while (path.length > 0) {
      const last = path[path.length - 1];
      if (last.next < last.imports.length) link(last.imports[last.next++]);
      else path.length--;
    }
  } catch (error) {
    for (let i = 0; i < path.length; i++) setDelete(linked, path[i].url);
    throw error;
  }
};
const waiting = new Set();
const records = new Map();
const linkCommonjs = (url, file) => {
  if (requireCache[file] === undefined) {
    requireCache[file] = makeModule(file, undefined, false);
    setAdd(waiting, requireCache[file]);
  }
  mapSet(records, url, requireCache[file]);
};

// What ES modules import of CommonJS, with the names that they can see: the values as they are when
// it has run. The default export is `module.exports` to an importer in Node's mode, and what
// `__esModule` says to others. Whatever is not there or has changed in the end is told with the
// trace, as are the names of all exports.
const imported = new Map();
const importing = new Set();
const importModule = (url) => {
  const record = mapGet(records, url);
  if (record !== undefined && record.loaded) return record;
  setAdd(importing, url);
  try {
    return loadModule(url, undefined);
  } finally {
    setDelete(importing, url);
  }
};
const importCommonjs = (url, names, asNode) => {
  host.begins?.(url);
  const value = importModule(url).exports;
  const found = create(null);
  for (let i = 0; i < names.length; i++) found[names[i]] = exportOf(value, names[i]);
  mapSet(imported, url, { value, found, names });
  const marked = !asNode && isObject(value) && value.__esModule;
  return { ...found, default: marked ? value.default : value };
};
const exportOf = (value, name) => {
  try {
    return value[name];
  } catch {
    return undefined;
  }
};
const printImports = () => {
  const keys = [];
  const stale = [];
  mapForEach(imported, (seen, url) => {
    const { value, found, names } = seen;
    const shown = isObject(value) ? ownKeys(value) : [];
    const texts = [];
    // Node finds in the text what is defined without being enumerable; functions and arrays have
    // such properties of their own, too.
    const isPlain = typeof value !== "function" && !isArray(value);
    for (let i = 0; i < shown.length; i++) {
      if (typeof shown[i] !== "string") continue;
      const isShown = isPlain || shown[i] === "__esModule" || descriptorEnumerable(value, shown[i]);
      if (isShown) push(texts, shown[i]);
    }
    push(keys, `[${quote(url)},${jsonList(texts)}]`);
    for (let i = 0; i < names.length; i++) {
      if (isStale(value, names[i], found[names[i]])) push(stale, jsonList([url, names[i]]));
    }
  });
  return `"exports":[${join(keys, ",")}],"stale":[${join(stale, ",")}]`;
};
const isStale = (value, name, before) => {
  if (value === null || value === undefined) return true;
  if (!isObject(value)) return false;
  for (let at = value; at !== null; at = getPrototypeOf(at)) {
    const descriptor = getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) return "get" in descriptor || !is(descriptor.value, before);
  }
  return true;
};

// `createRequire` of Node's `module`.
const createRequire = (from) => {
  const source = mapGet(sources, toText(from));
  const file = source === undefined ? fileOfUrl(toText(from)) : source.file;
  return requireOf(makeModule(file, undefined, false));
};
Module.Module = Module;
Module._cache = requireCache;
Module._extensions = extensions;
Module.createRequire = createRequire;
Module.isBuiltin = (name) => typeof name === "string" && isBuiltin(name);
