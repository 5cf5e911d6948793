// globals: Array Error Object Set document globalThis location reportError setTimeout
// Runs CMD modules as Sea.js 3 does, with its own algorithm (names are those of its source): a
// file's text runs when it is loaded, a factory when it is first required. `files` has, for each
// file, where it lies from the page, what its ids mean where the loader's own rules don't tell,
// its text as a function, whether it is a script of the page (or the id of what it defines), and
// the names that it makes globals. `host.values` are modules of
// other kinds, `host.scripts` old scripts: for each a function that gives or runs it; `host.places`
// says where they lie. `host.uses` are the ids of the page, `host.imports` what import() loads,
// `host.directory` is where the page lies if it has no address. Returned is a function that gives
// a module's value at once, after loading what it needs.
const createCmd = (files, host) => {
  const { values = {}, scripts = {}, places = {}, uses = {}, imports = {}, directory = "" } = host;
  const { defineProperty, hasOwn, keys } = Object;
  const { isArray } = Array;
  const CmdError = Error;
  const later = (run) => void setTimeout(run, 0);
  const isString = (value) => ({}).toString.call(value) === "[object String]";
  const isFunction = (value) => typeof value === "function";
  const isObject = (value) => ({}).toString.call(value) === "[object Object]";
  const page = typeof location === "undefined" ? "" : location.href;
  const seajs = { version: "3.0.3" };
  const data = seajs.data = {};
  let count = 0;
  const cid = () => count++;

  // Events
  let events = data.events = {};
  seajs.on = (name, callback) => {
    (events[name] || (events[name] = [])).push(callback);
    return seajs;
  };
  seajs.off = (name, callback) => {
    if (!(name || callback)) events = data.events = {};
    else if (!callback) delete events[name];
    else if (events[name]) {
      const list = events[name];
      for (let i = list.length - 1; i >= 0; i--) if (list[i] === callback) list.splice(i, 1);
    }
    return seajs;
  };
  const emit = seajs.emit = (name, event) => {
    for (const callback of (events[name] || []).slice()) callback(event);
    return seajs;
  };

  // From ids to URIs
  const dirname = (path) => (/[^?#]*\//.exec(path) || [""])[0];
  const realpath = (path) => {
    path = path.replace(/\/\.\//g, "/").replace(/([^:/])\/+\//g, "$1/");
    const parent = /\/[^/]+\/\.\.\//;
    while (parent.test(path)) path = path.replace(parent, "/");
    return path;
  };
  const normalize = (path) => {
    if (path.endsWith("#")) return path.slice(0, -1);
    return path.endsWith(".js") || path.indexOf("?") > 0 || path.endsWith("/") ? path : `${path}.js`;
  };
  const parseAlias = (id) => data.alias && isString(data.alias[id]) ? data.alias[id] : id;
  const parsePaths = (id) => {
    const match = data.paths && /^([^/:]+)(\/.+)$/.exec(id);
    return match && isString(data.paths[match[1]]) ? data.paths[match[1]] + match[2] : id;
  };
  const parseVars = (id) => data.vars
    ? id.replace(/{([^{]+)}/g, (match, key) => isString(data.vars[key]) ? data.vars[key] : match)
    : id;
  const parseMap = (uri) => {
    for (const rule of data.map || []) {
      const mapped = isFunction(rule) ? rule(uri) || uri : uri.replace(rule[0], rule[1]);
      if (mapped !== uri) return mapped;
    }
    return uri;
  };
  const addBase = (id, from) => {
    let uri = data.base + id;
    if (/^\/\/.|:\//.test(id)) uri = id;
    else if (id.startsWith(".")) uri = (from ? dirname(from) : data.cwd) + id;
    else if (id.startsWith("/")) {
      const root = /^.*?\/\/.*?\//.exec(data.cwd);
      uri = root ? root[0] + id.slice(1) : id;
    }
    if (uri.startsWith("//")) uri = (page ? location.protocol : "https:") + uri;
    return realpath(uri);
  };
  seajs.resolve = (id, from) => {
    if (!id) return "";
    id = parseAlias(parsePaths(parseAlias(id)));
    id = parseAlias(normalize(parseAlias(parseVars(id))));
    return parseMap(parseAlias(addBase(id, from)));
  };
  data.cwd = page && !/^(about|blob):/.test(page)
    ? dirname(page)
    : `${directory.replace(/\\/g, "/")}/`;
  const here = data.cwd;
  const uriOf = (path) => /^\w+:/.test(path) ? path : realpath(here + path);

  // What is in the bundle
  const inBundle = {};
  const uriByKey = {};
  const meanings = {};
  let running = "";
  const declare = (name) => {
    if (hasOwn(globalThis, name)) return;
    const variable = { __proto__: null, writable: true, enumerable: true, configurable: false };
    defineProperty(globalThis, name, { ...variable, value: undefined });
  };
  const add = (known, made) => {
    for (const key of keys(known)) {
      const uri = uriByKey[key] = uriOf(hasOwn(places, key) ? places[key] : known[key][0]);
      inBundle[uri] = made(known[key], uri);
    }
  };
  add(files, ([, means, text, , names = []], uri) => {
    meanings[uri] = means;
    return {
      run: () => {
        names.forEach(declare);
        const load = (key, specifier, options) => imports[key](specifier, options);
        text.call(globalThis, Module.define, seajs, load);
      },
    };
  });
  add(scripts, (run) => ({ run }));
  add(values, (value) => ({ value }));
  const withoutSuffix = (uri) => uri.replace(/[?#].*$/, "");
  const find = (uri) => inBundle[hasOwn(inBundle, uri) ? uri : withoutSuffix(uri)];

  // Loading
  const cache = seajs.cache = {};
  const fetching = {};
  const fetchedList = {};
  const inFlight = {};
  let anonymous = null;
  let atOnce = null;
  const STATUS = Module.STATUS = {
    FETCHING: 1, SAVED: 2, LOADING: 3, LOADED: 4, EXECUTING: 5, EXECUTED: 6, ERROR: 7,
  };
  const runFile = (uri) => {
    const before = [atOnce, running];
    [atOnce, running] = [null, withoutSuffix(uri)];
    try {
      find(uri).run();
    } finally {
      [atOnce, running] = before;
    }
  };
  const notFound = (uri, callback, node) => {
    emit("error", { uri, node });
    callback(true);
  };
  const insertScript = (uri, callback) => {
    // Scripts from elsewhere call `define`, which is a global where Sea.js is.
    if (!globalThis.define) Object.assign(globalThis, { define: Module.define, seajs });
    const node = document.createElement("script");
    node.onload = () => callback();
    node.onerror = () => notFound(uri, callback, node);
    node.async = true;
    node.src = uri;
    document.head.appendChild(node);
  };
  const arrive = (uri, callback) => {
    const found = find(uri);
    if (!found) return notFound(uri, callback);
    try {
      if (found.run) runFile(uri);
    } catch (error) {
      // As of any script: what it throws is reported, then its `load` event comes.
      if (typeof reportError === "function") reportError(error);
      else later(() => { throw error; });
    }
    callback();
  };
  seajs.request = (requestUri, callback) => {
    const run = inFlight[requestUri] = () => {
      if (inFlight[requestUri] !== run) return;
      delete inFlight[requestUri];
      arrive(requestUri, callback);
    };
    if (atOnce) atOnce.push(run);
    else if (find(requestUri) || typeof document === "undefined") later(run);
    else insertScript(requestUri, callback);
  };

  function Module(uri, deps) {
    this.uri = uri;
    this.dependencies = deps || [];
    this.deps = {};
    this.status = 0;
    this._entry = [];
  }
  Module.prototype.resolve = function () {
    return this.dependencies.map((id) => Module.resolve(id, this.uri));
  };
  Module.prototype.pass = function () {
    const { length } = this.dependencies;
    for (let i = 0; i < this._entry.length; i++) {
      const entry = this._entry[i];
      let passed = 0;
      for (let j = 0; j < length; j++) {
        const m = this.deps[this.dependencies[j]];
        if (m.status < STATUS.LOADED && !hasOwn(entry.history, m.uri)) {
          entry.history[m.uri] = true;
          passed++;
          m._entry.push(entry);
          if (m.status === STATUS.LOADING) m.pass();
        }
      }
      if (passed > 0) {
        entry.remain += passed - 1;
        this._entry.shift();
        i--;
      }
    }
  };
  Module.prototype.load = function () {
    if (this.status >= STATUS.LOADING) return;
    this.status = STATUS.LOADING;
    const uris = this.resolve();
    emit("load", uris);
    uris.forEach((uri, i) => {
      this.deps[this.dependencies[i]] = Module.get(uri);
    });
    this.pass();
    if (this._entry.length) {
      this.onload();
      return;
    }
    const requests = {};
    for (const uri of uris) {
      const m = cache[uri];
      if (m.status < STATUS.FETCHING) m.fetch(requests);
      else if (m.status === STATUS.SAVED) m.load();
    }
    for (const uri of keys(requests)) requests[uri]();
  };
  Module.prototype.onload = function () {
    this.status = STATUS.LOADED;
    for (const entry of this._entry || []) {
      if (--entry.remain === 0) {
        // What waits for a module that somebody needs at once is not called at once.
        if (atOnce && entry !== atOnce.entry) later(() => entry.callback());
        else entry.callback();
      }
    }
    delete this._entry;
  };
  Module.prototype.error = function () {
    this.onload();
    this.status = STATUS.ERROR;
  };
  Module.prototype.exec = function () {
    if (this.status >= STATUS.EXECUTING) return this.exports;
    this.status = STATUS.EXECUTING;
    if (this._entry && !this._entry.length) delete this._entry;
    const { uri } = this;
    if (!hasOwn(this, "factory")) {
      const { value } = find(uri) || {};
      if (!value) {
        this.non = true;
        return;
      }
      this.exports = value();
      this.status = STATUS.EXECUTED;
      return this.exports;
    }
    const require = (id) => {
      const m = this.deps[id] || Module.get(require.resolve(id));
      if (m.status === STATUS.ERROR) throw new CmdError(`module was broken: ${m.uri}`);
      return m.exec();
    };
    require.resolve = (id) => Module.resolve(id, uri);
    require.async = (ids, callback) => {
      Module.use(ids, callback, `${uri}_async_${cid()}`);
      return require;
    };
    const { factory } = this;
    let exports = factory;
    if (isFunction(factory)) exports = factory.call(this.exports = {}, require, this.exports, this);
    if (exports === undefined) exports = this.exports;
    delete this.factory;
    this.exports = exports;
    this.status = STATUS.EXECUTED;
    emit("exec", this);
    return this.exports;
  };
  Module.prototype.fetch = function (requests) {
    const { uri } = this;
    this.status = STATUS.FETCHING;
    const fetch = { uri };
    emit("fetch", fetch);
    const requestUri = fetch.requestUri || uri;
    if (!requestUri || hasOwn(fetchedList, requestUri)) {
      this.load();
      return;
    }
    if (hasOwn(fetching, requestUri)) {
      fetching[requestUri].push(this);
      return;
    }
    fetching[requestUri] = [this];
    const onRequest = (error) => {
      fetchedList[requestUri] = true;
      if (anonymous) {
        Module.save(uri, anonymous);
        anonymous = null;
      }
      const waiting = fetching[requestUri];
      delete fetching[requestUri];
      for (let m; (m = waiting.shift());) {
        if (error === true) m.error();
        else m.load();
      }
    };
    const request = { uri, requestUri, onRequest, charset: data.charset };
    emit("request", request);
    if (request.requested) return;
    const send = () => seajs.request(request.requestUri, request.onRequest, request.charset);
    if (requests) requests[request.requestUri] = send;
    else send();
  };
  Module.resolve = (id, from) => {
    const event = { id, refUri: from };
    emit("resolve", event);
    const uri = event.uri || seajs.resolve(event.id, from);
    // The bundle may know what the loader doesn't: a package, a file of another kind.
    const asker = withoutSuffix(from || "").replace(/_async_\d+$/, "");
    const means = meanings[asker] || uses;
    return hasOwn(cache, uri) || find(uri) || !hasOwn(means, id) ? uri : uriByKey[means[id]];
  };
  // A factory's own text tells its dependencies where the bundle doesn't.
  const parseDependencies = (code) => {
    const found = [];
    const pattern = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\/\*[\S\s]*?\*\/|\/(?:\\\/|[^/\r\n])+\/(?=[^/])|\/\/.*|\.\s*require|(?:^|[^$])\brequire\s*\(\s*(["'])(.+?)\1\s*\)/g;
    for (const match of code.replace(/\\\\/g, "").matchAll(pattern)) if (match[2]) found.push(match[2]);
    return found;
  };
  Module.define = function (id, deps, factory) {
    if (arguments.length === 1) [factory, id] = [id];
    else if (arguments.length === 2) {
      factory = deps;
      if (isArray(id)) [deps, id] = [id];
      else deps = undefined;
    }
    if (!isArray(deps) && isFunction(factory)) deps = parseDependencies(`${factory}`);
    const meta = { id, uri: Module.resolve(id), deps, factory };
    emit("define", meta);
    if (meta.uri) Module.save(meta.uri, meta);
    else anonymous = meta;
  };
  Module.save = (uri, meta) => {
    const mod = Module.get(uri);
    if (running && !hasOwn(meanings, uri)) meanings[uri] = meanings[running];
    if (mod.status >= STATUS.SAVED) return;
    mod.id = meta.id || uri;
    mod.dependencies = meta.deps || [];
    mod.factory = meta.factory;
    mod.status = STATUS.SAVED;
    emit("save", mod);
  };
  Module.get = (uri, deps) => cache[uri] || (cache[uri] = new Module(uri, deps));
  const start = (ids, callback, uri) => {
    const mod = Module.get(uri, isArray(ids) ? ids : [ids]);
    mod._entry.push(mod);
    mod.history = {};
    mod.remain = 1;
    mod.callback = () => {
      const exports = mod.resolve().map((each) => cache[each].exec());
      if (callback) callback.apply(globalThis, exports);
      delete mod.callback;
      delete mod.history;
      delete mod.remain;
      delete mod._entry;
    };
    return mod;
  };
  Module.use = (ids, callback, uri) => start(ids, callback, uri).load();
  seajs.use = (ids, callback) => {
    Module.use(ids, callback, `${data.cwd}_use_${cid()}`);
    return seajs;
  };
  Module.define.cmd = {};
  seajs.Module = Module;
  data.fetchedList = fetchedList;
  data.cid = cid;
  seajs.require = (id) => {
    const mod = Module.get(Module.resolve(id));
    if (mod.status < STATUS.EXECUTING) {
      mod.onload();
      mod.exec();
    }
    return mod.exports;
  };
  data.base = data.dir = here;
  data.loader = `${here}sea.js`;
  data.charset = "utf-8";
  seajs.config = (config) => {
    for (const key in config) {
      let value = config[key];
      const known = data[key];
      if (known && isObject(known)) for (const name in value) known[name] = value[name];
      else {
        if (isArray(known)) value = known.concat(value);
        else if (key === "base") value = addBase(value.endsWith("/") ? value : `${value}/`);
        data[key] = value;
      }
    }
    emit("config", config);
    return seajs;
  };

  /** Load what `entry` waits for, without waiting. */
  const loadAtOnce = (entry) => {
    const before = atOnce;
    const queue = atOnce = [];
    queue.entry = entry;
    try {
      entry.load();
      for (let waiting = [entry]; waiting.length;) {
        for (let i = 0; i < queue.length; i++) queue[i]();
        queue.length = 0;
        const seen = new Set([entry]);
        for (const mod of seen) for (const id of keys(mod.deps)) seen.add(mod.deps[id]);
        waiting = [...seen].filter((mod) => mod.status === STATUS.FETCHING);
        for (const { uri } of waiting) if (inFlight[uri]) queue.push(inFlight[uri]);
        if (!queue.length) break;
      }
    } finally {
      atOnce = before;
    }
  };
  const give = (id) => {
    const entry = start(id, undefined, `${data.cwd}_use_${cid()}`);
    const execute = entry.callback;
    entry.callback = () => {};
    loadAtOnce(entry);
    const [uri] = entry.resolve();
    execute();
    return cache[uri].exports;
  };
  return (key) => {
    const uri = uriByKey[key];
    const main = files[key][3];
    if (main === true) return void runFile(uri);
    const value = give(uri);
    return main && cache[uri].non ? give(main) : value;
  };
};
