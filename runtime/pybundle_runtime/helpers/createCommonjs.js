// globals: Error Object Reflect TypeError WeakMap WeakSet
// Runs CommonJS modules as Node does: each once, in a function of its own, when it is first
// required. `factories` has, for each, what its specifiers mean and the function (none for ES
// modules with a require of their own). `modules` are those of other kinds, `imports` what
// import() loads, `imported` what the entry's ES modules import, `externals` what is not in the
// bundle; `require`, `module` and `directory` are those of the file that the bundle is, if it has
// them. From there, `root` leads to where the paths begin that modules are called by.
const createCommonjs = (factories, host) => {
  const { create, defineProperty, getPrototypeOf, hasOwn, keys, setPrototypeOf } = Object;
  const { apply } = Reflect;
  const RequireError = Error;
  const RequireTypeError = TypeError;
  const { modules = {}, imports = {}, externals = {}, directory = "", root = "" } = host;
  const slash = directory.includes("\\") ? "\\" : "/";
  const cache = create(null);
  const keyOf = create(null);
  const resolvePath = (base, path) => {
    const parts = base === slash ? [""] : base.split(slash);
    for (const part of path.split("/")) {
      if (part !== "..") part !== "." && part !== "" && parts.push(part);
      // Above the topmost directory, paths that differ stay different.
      else if (parts.length > 1 && parts[parts.length - 1] !== "..") parts.pop();
      else parts.push(part);
    }
    return parts.join(slash) || slash;
  };
  const dirname = (path) => path.slice(0, path.lastIndexOf(slash)) || slash;
  const home = resolvePath(directory, root);
  const fileOf = (key) => resolvePath(home, key);
  for (const key of [...keys(factories), ...keys(modules)]) keyOf[fileOf(key)] = key;
  let main;
  class Module {
    constructor(filename, parent) {
      this.id = filename;
      this.path = dirname(filename);
      this.exports = {};
      this.filename = filename;
      this.loaded = false;
      this.children = [];
      this.paths = [];
      for (let path = this.path, above = ""; path !== above; path = dirname(above)) {
        above = path;
        if (!path.endsWith(`${slash}node_modules`)) this.paths.push(resolvePath(path, "node_modules"));
      }
      parents.set(this, parent);
    }
    get parent() {
      return parents.get(this);
    }
    require(specifier) {
      return requireFrom(this, specifier);
    }
  }
  const parents = new WeakMap();
  // An ES module has no `module`, but its host has what makes them.
  const hosts = host.module || host.require && host.require("node:module").prototype;
  if (hosts) {
    const { constructor } = hosts;
    setPrototypeOf(Module.prototype, host.module ? getPrototypeOf(hosts) : hosts);
    defineProperty(Module.prototype, "constructor", { __proto__: null, value: constructor });
  }
  const isPath = (specifier) => /^\.{1,2}(?:\/|$)/.test(specifier);
  const pathOf = (module, specifier) =>
    isPath(specifier) ? resolvePath(module.path, specifier) : specifier;
  const find = (module, specifier) => {
    const known = (factories[keyOf[module.filename]] || [{}])[0];
    if (hasOwn(known, specifier)) return known[specifier];
    const file = pathOf(module, specifier);
    for (const end of ["", ".js", ".json", ".cjs", `${slash}index.js`, `${slash}index.json`]) {
      const key = keyOf[file + end];
      if (key !== undefined && (modules[key] || factories[key][1])) return key;
    }
  };
  const resolveAsHost = (...request) => {
    try {
      return host.require.resolve(...request);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  };
  // What is not in the bundle is looked for as if the module lay where it did, then from the
  // file that the bundle is.
  const resolveOutside = (module, specifier, options) => {
    let found;
    if (host.require && host.require.resolve) {
      found = options ? resolveAsHost(specifier, options)
        : resolveAsHost(pathOf(module, specifier), { paths: [module.path] });
      if (found === undefined && !isPath(specifier)) found = resolveAsHost(specifier);
    } else if (host.require && !isPath(specifier)) found = specifier;
    if (found !== undefined) return found;
    const stack = [];
    for (let each = module; each; each = each.parent) stack.push(each.filename);
    const error = new RequireError(
      `Cannot find module '${specifier}'\nRequire stack:\n- ${stack.join("\n- ")}`);
    error.code = "MODULE_NOT_FOUND";
    error.requireStack = stack;
    throw error;
  };
  const checked = (specifier) => {
    if (typeof specifier === "string" && specifier !== "") return;
    if (host.require) host.require(specifier);
    const error = new RequireTypeError("The argument 'id' must be a non-empty string.");
    error.code = "ERR_INVALID_ARG_TYPE";
    throw error;
  };
  const requireFrom = (module, specifier) => {
    checked(specifier);
    const key = find(module, specifier);
    if (key !== undefined) return load(key, module).exports;
    if (hasOwn(externals, specifier)) return externals[specifier]();
    const isNodes = host.require && /^node:/.test(specifier);
    return host.require(isNodes ? specifier : resolveOutside(module, specifier));
  };
  const requireOf = (module) => {
    const require = function require(path) {
      return requireFrom(module, path);
    };
    require.resolve = function resolve(request, options) {
      const key = find(module, request);
      if (key !== undefined) return fileOf(key);
      return hasOwn(externals, request) ? request : resolveOutside(module, request, options);
    };
    require.resolve.paths = function paths(request) {
      if (isPath(request)) return [module.path];
      const ofHost = host.require && host.require.resolve;
      const found = ofHost && ofHost.paths ? ofHost.paths(request) : [];
      const isGlobal = (path) => !path.endsWith(`${slash}node_modules`);
      return found && [...module.paths, ...found.filter(isGlobal)];
    };
    require.main = main;
    require.extensions = host.require && host.require.extensions || create(null);
    require.cache = cache;
    return require;
  };
  const run = (module, key) => {
    if (hasOwn(modules, key)) return module.exports = modules[key]();
    const [, factory, loads] = factories[key];
    const load = (key, specifier, options) => imports[key](specifier, options);
    const body = loads ? factory(load) : factory;
    const { exports, filename, path } = module;
    apply(body, exports, [exports, requireOf(module), module, filename, path]);
  };
  const running = new WeakSet();
  const waiting = new WeakSet();
  const ended = new WeakMap();
  const load = (key, parent, isMain) => {
    const filename = fileOf(key);
    let module = cache[filename];
    if (parent && module && !parent.children.includes(module)) parent.children.push(module);
    if (module && !waiting.delete(module)) {
      // An ES module that is being evaluated gives nothing, but the error that says so.
      if (running.has(module) && hasOwn(modules, key)) modules[key]();
      return module;
    }
    if (!module) {
      module = cache[filename] = new Module(filename, parent);
      if (parent) parent.children.push(module);
    }
    if (isMain) {
      module.id = ".";
      main = module;
      if (host.require && host.require.main !== host.module) main = host.require.main;
    }
    running.add(module);
    let failed = true;
    try {
      run(module, key);
      failed = false;
    } finally {
      running.delete(module);
      if (failed) {
        delete cache[filename];
        const place = parent ? parent.children.indexOf(module) : -1;
        if (place >= 0) parent.children.splice(place, 1);
      }
    }
    module.loaded = true;
    ended.set(module, module.exports);
    return module;
  };
  // What ES modules import is there when they are linked, without a parent, and runs later.
  const linked = create(null);
  const link = (key) => {
    const filename = fileOf(key);
    if (!cache[filename]) waiting.add(cache[filename] = new Module(filename));
    linked[key] = cache[filename];
    return running.has(cache[filename]);
  };
  for (const key of host.imported || []) link(key);
  const importModule = (key, isMain) => {
    let module = linked[key];
    if (!module || !module.loaded) module = load(key, isMain ? null : undefined, isMain);
    const exports = ended.get(module);
    if (!isMain) ended.delete(module);
    return exports === undefined ? module.exports : exports;
  };
  importModule.link = link;
  importModule.requireOf = (key) => requireOf(new Module(fileOf(key)));
  return importModule;
};
