// globals: Array Boolean Error Object Reflect String globalThis navigator setTimeout window
// Runs AMD modules as RequireJS 2.3 does, with its own algorithm (names are those of its source),
// where every file is there at once. `files` has the text of each file as a function (or that,
// after the names that it makes globals). `host.ids` says in which file or module an id is,
// `host.values` gives modules of other kinds, `host.scripts` runs old scripts, `host.imports` is for
// import(); `host.externals` and `host.require` are for what is not in the bundle; `host.preludes`
// are files that configure the loader, `host.baseUrl` is where it starts, `host.tick` runs a function
// later. Returned is a function that gives the value of a module by its id, at once.
const createAmd = (files, host) => {
  const { ids, values = {}, externals = {}, imports = {}, preludes = [], scripts = {} } = host;
  const { defineProperty, hasOwn } = Object;
  const { isArray } = Array;
  const { apply } = Reflect;
  const LoaderError = Error;
  const toText = Object.prototype.toString;
  const makeText = String;
  const isFunction = (it) => toText.call(it) === "[object Function]";
  const getOwn = (object, key) => (hasOwn(object, key) ? object[key] : undefined);
  const later = typeof setTimeout === "undefined" ? (run) => run() : (run) => setTimeout(run, 4);
  const special = ["require", "exports", "module"];
  let globalQueue = [];
  const contexts = {};
  const defaultOnError = (error) => {
    throw error;
  };
  const each = (list, visit) => {
    for (let i = 0; list && i < list.length; i += 1) if (list[i] && visit(list[i], i)) break;
  };
  const eachProp = (object, visit) => {
    for (const key in object) {
      const counts = hasOwn(object, key) && key !== "__proto__" && key !== "constructor";
      if (counts && visit(object[key], key)) break;
    }
  };
  const mixin = (target, source) => {
    eachProp(source, (value, key) => {
      const isPlain = typeof value === "object" && value && !isArray(value);
      if (isPlain && toText.call(value) !== "[object RegExp]") {
        if (!target[key]) target[key] = {};
        mixin(target[key], value);
      } else target[key] = value;
    });
    return target;
  };
  const getGlobal = (name) => {
    let found = globalThis;
    for (const part of name ? name.split(".") : []) if (part) found = found[part];
    return name ? found : name;
  };
  const makeError = (type, message, modules, cause) => {
    const error = new LoaderError(`${message}\nhttps://requirejs.org/docs/errors.html#${type}`);
    error.requireType = type;
    error.requireModules = modules;
    if (cause) error.originalError = cause;
    return error;
  };
  const splitPrefix = (name) => {
    const at = name.indexOf("!");
    return at < 0 ? [null, name] : [name.slice(0, at), name.slice(at + 1)];
  };
  const trimDots = (parts) => {
    for (let i = 0; i < parts.length; i += 1) {
      if (parts[i] === ".") parts.splice(i--, 1);
      else if (parts[i] === "..") {
        if (i === 0 || (i === 1 && parts[2] === "..") || parts[i - 1] === "..") continue;
        parts.splice(i - 1, 2);
        i -= 2;
      }
    }
  };

  const newContext = (contextName) => {
    const config = {
      waitSeconds: 7, baseUrl: "./", paths: {}, bundles: {}, pkgs: {}, shim: {}, config: {},
    };
    const registry = {};
    const enabledRegistry = {};
    const defined = {};
    const urlFetched = {};
    const bundlesMap = {};
    const undefEvents = {};
    const defQueue = [];
    let inCheckLoaded = false;
    let requireCounter = 1;

    const normalize = (name, baseName, applyMap) => {
      const baseParts = baseName && baseName.split("/");
      const { map } = config;
      const starMap = map && map["*"];
      if (name) {
        let parts = name.split("/");
        const last = parts.length - 1;
        if (config.nodeIdCompat) parts[last] = parts[last].replace(/\.js$/, "");
        if (parts[0][0] === "." && baseParts) parts = [...baseParts.slice(0, -1), ...parts];
        trimDots(parts);
        name = parts.join("/");
      }
      if (applyMap && map && (baseParts || starMap)) {
        const parts = name.split("/");
        let found, length, byStar, starLength;
        search: for (let i = parts.length; i > 0; i -= 1) {
          const segment = parts.slice(0, i).join("/");
          for (let j = baseParts ? baseParts.length : 0; j > 0; j -= 1) {
            const value = getOwn(map, baseParts.slice(0, j).join("/"));
            found = value && getOwn(value, segment);
            length = i;
            if (found) break search;
          }
          if (!byStar && starMap && getOwn(starMap, segment)) {
            byStar = starMap[segment];
            starLength = i;
          }
        }
        if (!found && byStar) [found, length] = [byStar, starLength];
        if (found) {
          parts.splice(0, length, found);
          name = parts.join("/");
        }
      }
      return getOwn(config.pkgs, name) || name;
    };

    const nameToUrl = (name, extension, skipExtension) => {
      name = getOwn(config.pkgs, name) || name;
      const bundle = getOwn(bundlesMap, name);
      if (bundle) return nameToUrl(bundle, extension, skipExtension);
      let url;
      if (req.jsExtRegExp.test(name)) url = name + (extension || "");
      else {
        const parts = name.split("/");
        for (let i = parts.length; i > 0; i -= 1) {
          let path = getOwn(config.paths, parts.slice(0, i).join("/"));
          if (path) {
            if (isArray(path)) path = path[0];
            parts.splice(0, i, path);
            break;
          }
        }
        url = parts.join("/");
        url += extension || (/^data:|^blob:|\?/.test(url) || skipExtension ? "" : ".js");
        if (!(url[0] === "/" || /^[\w+.-]+:/.test(url))) url = config.baseUrl + url;
      }
      const { urlArgs } = config;
      return urlArgs && !/^blob:/.test(url) ? url + urlArgs(name, url) : url;
    };

    const makeModuleMap = (name, parentMap, isNormalized, applyMap) => {
      const originalName = name;
      const parentName = parentMap ? parentMap.name : null;
      const isDefine = Boolean(name);
      let url;
      if (!name) name = `_@r${requireCounter += 1}`;
      let [prefix, rest] = splitPrefix(name);
      if (prefix) {
        prefix = normalize(prefix, parentName, applyMap);
        const keep = isNormalized || rest.includes("!");
        rest = rest && !keep ? normalize(rest, parentName, applyMap) : rest;
      } else if (rest) {
        [prefix, rest] = splitPrefix(normalize(rest, parentName, applyMap));
        url = nameToUrl(rest);
      }
      const id = prefix ? `${prefix}!${rest}` : rest;
      return {
        prefix, name: rest, parentMap, unnormalized: false, url, originalName, isDefine, id,
      };
    };

    const getModule = (map) => getOwn(registry, map.id) || (registry[map.id] = new Module(map));

    const on = (map, name, callback) => {
      const { id } = map;
      let module = getOwn(registry, id);
      if (hasOwn(defined, id) && (!module || module.defineEmitComplete)) {
        if (name === "defined") callback(defined[id]);
      } else {
        module = getModule(map);
        if (module.error && name === "error") callback(module.error);
        else module.on(name, callback);
      }
    };

    const onError = (error, errback) => {
      if (errback) return void errback(error);
      let notified = false;
      each(error.requireModules, (id) => {
        const module = getOwn(registry, id);
        if (module) {
          module.error = error;
          if (module.events.error) {
            notified = true;
            module.emit("error", error);
          }
        }
      });
      if (!notified) req.onError(error);
    };

    const takeGlobalQueue = () => {
      for (const item of globalQueue) {
        if (typeof item[0] === "string") context.defQueueMap[item[0]] = true;
        defQueue.push(item);
      }
      globalQueue = [];
    };

    const handlers = {
      require: (module) => module.require || (module.require = makeRequire(module.map)),
      exports: (module) => {
        module.usingExports = true;
        if (!module.map.isDefine) return undefined;
        return (defined[module.map.id] = module.exports || (module.exports = {}));
      },
      module: (module) => {
        if (module.module) return module.module;
        const { id, url } = module.map;
        return (module.module = {
          id,
          uri: url,
          config: () => getOwn(config.config, id) || {},
          exports: module.exports || (module.exports = {}),
        });
      },
    };

    const cleanRegistry = (id) => {
      delete registry[id];
      delete enabledRegistry[id];
    };

    const breakCycle = (module, traced, processed) => {
      const { id } = module.map;
      if (module.error) return module.emit("error", module.error);
      traced[id] = true;
      each(module.depMaps, (map, i) => {
        const dependency = getOwn(registry, map.id);
        if (dependency && !module.depMatched[i] && !processed[map.id]) {
          if (getOwn(traced, map.id)) {
            module.defineDep(i, defined[map.id]);
            module.check();
          } else breakCycle(dependency, traced, processed);
        }
      });
      processed[id] = true;
    };

    const checkLoaded = () => {
      if (inCheckLoaded) return;
      inCheckLoaded = true;
      const calls = [];
      let needCycleCheck = true;
      eachProp(enabledRegistry, (module) => {
        const { map } = module;
        if (!module.enabled) return;
        if (!map.isDefine) calls.push(module);
        const loads = !module.error && !module.inited && module.fetched && map.isDefine;
        if (loads && !map.prefix) return !(needCycleCheck = false);
      });
      if (needCycleCheck) each(calls, (module) => breakCycle(module, {}, {}));
      inCheckLoaded = false;
    };

    class Module {
      constructor(map) {
        this.events = getOwn(undefEvents, map.id) || {};
        this.map = map;
        this.shim = getOwn(config.shim, map.id);
        this.depExports = [];
        this.depMaps = [];
        this.depMatched = [];
        this.depCount = 0;
      }
      init(depMaps, factory, errback, options = {}) {
        if (this.inited) return;
        this.factory = factory;
        if (errback) this.on("error", errback);
        else if (this.events.error) errback = (error) => this.emit("error", error);
        this.depMaps = depMaps && depMaps.slice();
        this.errback = errback;
        this.inited = true;
        if (options.enabled || this.enabled) this.enable();
        else this.check();
      }
      defineDep(i, value) {
        if (this.depMatched[i]) return;
        this.depMatched[i] = true;
        this.depCount -= 1;
        this.depExports[i] = value;
      }
      fetch() {
        if (this.fetched) return;
        this.fetched = true;
        const run = () => (this.map.prefix ? this.callPlugin() : this.load());
        if (!this.shim) run();
        else if (context.atOnce) requireNow(this.map, false, this.shim.deps || [], run);
        else makeRequire(this.map)(this.shim.deps || [], run);
      }
      load() {
        const { id, url } = this.map;
        if (urlFetched[url]) return;
        urlFetched[url] = true;
        req.load(context, id, url);
      }
      callPlugin() {
        const { id } = this.map;
        const value = getOwn(values, getOwn(ids, id)) || getOwn(externals, id);
        if (value) return this.init([], value, null, { enabled: true });
        const error = makeError("scripterror", `Script error for "${id}"`, [id]);
        this.inited = true;
        this.error = error;
        onError(error);
      }
      check() {
        if (!this.enabled || this.enabling) return;
        const { id } = this.map;
        if (!this.inited) {
          if (!hasOwn(context.defQueueMap, id)) this.fetch();
        } else if (this.error) this.emit("error", this.error);
        else if (!this.defining) {
          this.defining = true;
          if (this.depCount < 1 && !this.defined && this.run()) return;
          this.defining = false;
          if (this.defined && !this.defineEmitted) {
            this.defineEmitted = true;
            this.emit("defined", this.exports);
            this.defineEmitComplete = true;
          }
        }
      }
      run() {
        const { factory, map } = this;
        const { id, isDefine } = map;
        let { exports } = this;
        let failure;
        if (isFunction(factory)) {
          const call = () => context.execCb(id, factory, this.depExports, exports);
          if ((this.events.error && isDefine) || req.onError !== defaultOnError) {
            try {
              exports = call();
            } catch (error) {
              failure = error;
            }
          } else exports = call();
          if (isDefine && exports === undefined) {
            if (this.module) exports = this.module.exports;
            else if (this.usingExports) exports = this.exports;
          }
          if (failure) {
            failure.requireMap = map;
            failure.requireModules = isDefine ? [id] : null;
            failure.requireType = isDefine ? "define" : "require";
            onError((this.error = failure));
            return true;
          }
        } else exports = factory;
        this.exports = exports;
        if (isDefine) {
          defined[id] = exports;
          if (req.onResourceLoad) req.onResourceLoad(context, map, (this.depMaps || []).filter(Boolean));
        }
        cleanRegistry(id);
        this.defined = true;
        return false;
      }
      enable() {
        enabledRegistry[this.map.id] = this;
        this.enabled = true;
        this.enabling = true;
        each(this.depMaps, (depMap, i) => {
          if (typeof depMap === "string") {
            const parent = this.map.isDefine ? this.map : this.map.parentMap;
            depMap = this.depMaps[i] = makeModuleMap(depMap, parent, false, !this.skipMap);
            const handler = getOwn(handlers, depMap.id);
            if (handler) {
              this.depExports[i] = handler(this);
              return;
            }
            this.depCount += 1;
            on(depMap, "defined", (value) => {
              if (this.undefed) return;
              this.defineDep(i, value);
              this.check();
            });
            if (this.errback) on(depMap, "error", (error) => this.errback(error));
            else if (this.events.error) on(depMap, "error", (error) => this.emit("error", error));
          }
          const module = registry[depMap.id];
          if (!special.includes(depMap.id) && module && !module.enabled) context.enable(depMap);
        });
        this.enabling = false;
        this.check();
      }
      on(name, callback) {
        (this.events[name] || (this.events[name] = [])).push(callback);
      }
      emit(name, event) {
        each(this.events[name], (callback) => void callback(event));
        if (name === "error") delete this.events[name];
      }
    }

    const callGetModule = ([id, dependencies, factory]) => {
      if (!hasOwn(defined, id)) getModule(makeModuleMap(id, null, true)).init(dependencies, factory);
    };

    const intakeDefines = () => {
      takeGlobalQueue();
      while (defQueue.length) {
        const item = defQueue.shift();
        if (item[0] === null) {
          return onError(makeError("mismatch", `Mismatched anonymous define() module: ${item[2]}`));
        }
        callGetModule(item);
      }
      context.defQueueMap = {};
    };

    const makeShimExports = (shim) => (...values) => {
      const made = shim.init ? apply(shim.init, globalThis, values) : undefined;
      return made || (shim.exports && getGlobal(shim.exports));
    };

    const configure = (given) => {
      if (given.baseUrl && !given.baseUrl.endsWith("/")) given.baseUrl += "/";
      if (typeof given.urlArgs === "string") {
        const { urlArgs } = given;
        given.urlArgs = (_, url) => (url.includes("?") ? "&" : "?") + urlArgs;
      }
      const { shim } = config;
      eachProp(given, (value, key) => {
        if (["paths", "bundles", "config", "map"].includes(key)) {
          mixin(config[key] || (config[key] = {}), value);
        } else config[key] = value;
      });
      eachProp(given.bundles, (names, bundle) => {
        each(names, (name) => void (name !== bundle && (bundlesMap[name] = bundle)));
      });
      if (given.shim) {
        eachProp(given.shim, (value, id) => {
          if (isArray(value)) value = { deps: value };
          if ((value.exports || value.init) && !value.exportsFn) {
            value.exportsFn = makeShimExports(value);
          }
          shim[id] = value;
        });
        config.shim = shim;
      }
      each(given.packages, (pack) => {
        if (typeof pack === "string") pack = { name: pack };
        const { name, location, main } = pack;
        if (location) config.paths[name] = location;
        config.pkgs[name] = `${name}/${(main || "main").replace(/^\.\//, "").replace(/\.js$/, "")}`;
      });
      eachProp(registry, (module, id) => {
        if (!module.inited && !module.map.unnormalized) module.map = makeModuleMap(id, null, true);
      });
      if (given.deps || given.callback) context.require(given.deps || [], given.callback);
    };

    const requireNow = (relMap, skipMap, dependencies, callback, errback) => {
      intakeDefines();
      const module = getModule(makeModuleMap(null, relMap));
      module.skipMap = skipMap;
      module.init(dependencies, callback, errback, { enabled: true });
      checkLoaded();
    };

    const makeRequire = (relMap) => {
      const localRequire = (dependencies, callback, errback) => {
        if (typeof dependencies === "string") {
          if (isFunction(callback)) {
            return onError(makeError("requireargs", "Invalid require call"), errback);
          }
          if (relMap && hasOwn(handlers, dependencies)) {
            return handlers[dependencies](registry[relMap.id]);
          }
          const { id } = makeModuleMap(dependencies, relMap, false, true);
          if (hasOwn(defined, id)) return defined[id];
          const hint = relMap ? "" : ". Use require([])";
          const text = `Module name "${id}" has not been loaded yet for context: `;
          return onError(makeError("notloaded", text + contextName + hint));
        }
        intakeDefines();
        context.nextTick(() => requireNow(relMap, false, dependencies, callback, errback));
        return localRequire;
      };
      localRequire.isBrowser = req.isBrowser;
      localRequire.toUrl = (name) => {
        const at = name.lastIndexOf(".");
        const [segment] = name.split("/");
        let extension;
        if (at !== -1 && (!(segment === "." || segment === "..") || at > 1)) {
          extension = name.slice(at);
          name = name.slice(0, at);
        }
        return nameToUrl(normalize(name, relMap && relMap.id, true), extension, true);
      };
      localRequire.defined = (id) => hasOwn(defined, makeModuleMap(id, relMap, false, true).id);
      localRequire.specified = (id) => {
        id = makeModuleMap(id, relMap, false, true).id;
        return hasOwn(defined, id) || hasOwn(registry, id);
      };
      if (!relMap) {
        localRequire.undef = (id) => {
          takeGlobalQueue();
          const map = makeModuleMap(id, relMap, true);
          const module = getOwn(registry, id);
          if (module) module.undefed = true;
          delete defined[id];
          delete urlFetched[map.url];
          delete undefEvents[id];
          for (let i = defQueue.length - 1; i >= 0; i -= 1) {
            if (defQueue[i][0] === id) defQueue.splice(i, 1);
          }
          delete context.defQueueMap[id];
          if (module) {
            if (module.events.defined) undefEvents[id] = module.events;
            cleanRegistry(id);
          }
        };
      }
      return localRequire;
    };

    const completeLoad = (name) => {
      const shim = getOwn(config.shim, name) || {};
      let found = false;
      takeGlobalQueue();
      while (defQueue.length) {
        const item = defQueue.shift();
        if (item[0] === null) {
          item[0] = name;
          if (found) break;
          found = true;
        } else if (item[0] === name) found = true;
        callGetModule(item);
      }
      context.defQueueMap = {};
      const module = getOwn(registry, name);
      if (!found && !hasOwn(defined, name) && module && !module.inited) {
        if (config.enforceDefine && (!shim.exports || !getGlobal(shim.exports))) {
          return onError(makeError("nodefine", `No define call for ${name}`, [name]));
        }
        const given = shim.exportsFn || getOwn(scripts, getOwn(ids, name));
        callGetModule([name, shim.deps || [], given]);
      }
      checkLoaded();
    };

    const context = {
      config, contextName, registry, defined, urlFetched, defQueue, defQueueMap: {}, Module,
      makeModuleMap, onError, configure, makeShimExports, makeRequire, completeLoad, nameToUrl,
      nextTick: req.nextTick,
      enable: (map) => {
        if (getOwn(registry, map.id)) getModule(map).enable();
      },
      load: (id, url) => req.load(context, id, url),
      execCb: (name, callback, values, exports) => apply(callback, exports, values),
      requireNow,
    };
    context.require = makeRequire();
    return context;
  };

  const req = (dependencies, callback, errback, optional) => {
    let config;
    if (!isArray(dependencies) && typeof dependencies !== "string") {
      config = dependencies;
      if (isArray(callback)) [dependencies, callback, errback] = [callback, errback, optional];
      else dependencies = [];
    }
    const name = (config && config.context) || "_";
    const context = getOwn(contexts, name) || (contexts[name] = newContext(name));
    if (config) context.configure(config);
    return context.require(dependencies, callback, errback);
  };
  req.config = (config) => req(config);
  req.nextTick = host.tick || later;
  req.version = "2.3.8";
  req.jsExtRegExp = /^\/|:|\?|\.js$/;
  req.isBrowser = typeof window !== "undefined" && typeof navigator !== "undefined" &&
    Boolean(window.document);
  req.s = { contexts, newContext };
  req.onError = defaultOnError;
  req.load = (context, id, url) => {
    const key = getOwn(ids, id);
    if (hasOwn(files, key)) run(key);
    else if (hasOwn(scripts, key)) scripts[key]();
    else if (hasOwn(values, key)) define(id, [], () => values[key]());
    else if (hasOwn(externals, id)) define(id, [], () => externals[id]());
    else if (host.require) define(id, [], () => host.require(id));
    else {
      const parents = [];
      eachProp(context.registry, (module, name) => {
        const needs = module.depMaps && module.depMaps.some((map) => map && map.id === id);
        if (!name.startsWith("_@r") && needs) parents.push(name);
      });
      const needed = parents.length ? `", needed by: ${parents.join(", ")}` : '"';
      return context.onError(makeError("scripterror", `Script error for "${id}${needed}`, [id]));
    }
    context.completeLoad(id);
  };
  const define = (name, dependencies, callback) => {
    if (typeof name !== "string") [name, dependencies, callback] = [null, name, dependencies];
    if (!isArray(dependencies)) [dependencies, callback] = [null, dependencies];
    if (!dependencies && isFunction(callback)) {
      dependencies = [];
      if (callback.length) {
        makeText(callback)
          .replace(/\/\*[\s\S]*?\*\/|([^:"'=]|^)\/\/.*$/gm, (_, before) => before || "")
          .replace(/[^.]\s*require\s*\(\s*["']([^'"\s]+)["']\s*\)/g, (_, id) => {
            dependencies.push(id);
          });
        dependencies = [...(callback.length === 1 ? ["require"] : special), ...dependencies];
      }
    }
    globalQueue.push([name, dependencies, callback]);
  };
  define.amd = { jQuery: true };
  const declare = (name) => {
    if (hasOwn(globalThis, name)) return;
    const variable = { __proto__: null, writable: true, enumerable: true, configurable: false };
    defineProperty(globalThis, name, { ...variable, value: undefined });
  };
  const run = (key) => {
    const [names, body] = isArray(files[key]) ? files[key] : [[], files[key]];
    names.forEach(declare);
    apply(body, globalThis, [define, req, req, (key, specifier, options) => imports[key](specifier, options)]);
  };

  req({});
  for (const name of ["toUrl", "undef", "defined", "specified"]) {
    req[name] = (...values) => apply(contexts._.require[name], contexts._.require, values);
  }
  const given = [globalThis.require, globalThis.requirejs].find((it) => it && !isFunction(it));
  req({ baseUrl: host.baseUrl || "./", ...given });
  contexts._.nextTick = (run) => run();
  for (const key of preludes) run(key);
  contexts._.nextTick = req.nextTick;
  return (id) => {
    const context = contexts._, { defined, atOnce } = context;
    if (!hasOwn(defined, id)) {
      context.atOnce = true;
      try {
        context.requireNow(null, true, [id]);
      } finally {
        context.atOnce = atOnce;
      }
    }
    return defined[id];
  };
};
