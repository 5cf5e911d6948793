// The child process of the Node backend: evaluates programs with node:vm, a fresh context each.
// Requests come as one line of JSON each on standard input; what happens goes out as one line of
// JSON each on standard output, written at once. The last line of a request is ["done"].
// Node's own promise machinery runs the jobs; every macrotask is one callback of setImmediate,
// so that the microtasks and the rejections of each are dealt with before the next.
import { readFileSync, readSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";
import { types } from "node:util";
import vm from "node:vm";
import { Worker } from "node:worker_threads";

const PRELUDE = [
  "intrinsics", "printer", "events", "clock", "console", "web_events", "web_encoding", "web_url",
  "web_url_classes", "web_clone", "web", "wasm", "commonjs", "amd", "driver", "start_node",
];
const prelude = new vm.Script(
  `(function (host) {\n"use strict";\n${PRELUDE.map((name) =>
    readFileSync(new URL(`./${name}.js`, import.meta.url), "utf8")).join("")}})`,
  { filename: "pybundle:prelude" },
);

const write = (text) => {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
};
const say = (...data) => write(`${JSON.stringify(data)}\n`);
const commonHost = {
  emit: (line) => write(`${line}\n`),
  internal: new URL(".", import.meta.url).href,
  isPromise: types.isPromise,
  isNativeError: types.isNativeError,
  hasInternalSlot: (value) =>
    types.isMap(value) || types.isSet(value) || types.isTypedArray(value) ||
    types.isNativeError(value) || types.isDate(value) || types.isRegExp(value) ||
    types.isPromise(value) || types.isAnyArrayBuffer(value) || types.isDataView(value) ||
    types.isBoxedPrimitive(value) || types.isWeakMap(value) || types.isWeakSet(value),
};

const nodeRequire = createRequire(import.meta.url);
const FACADES = 4;
const NAMES = ["exports", "require", "module", "__filename", "__dirname"];
// Node keeps what it knows of a module, and doesn't show all of it.
const wrapOf = (module) =>
  module[Object.getOwnPropertySymbols(module).find((key) => key.description === "kWrap")];

// Whether a module has been linked, to the engine: its status tells of links that failed, too.
const isLinked = (module) => {
  try {
    return module.namespace !== null;
  } catch {
    return false;
  }
};

let rest = "";
const decoder = new TextDecoder();
const readLine = () => {
  const parts = [rest];
  const chunk = Buffer.alloc(1 << 16);
  while (!parts.at(-1).includes("\n")) {
    const size = readSync(0, chunk);
    if (size === 0) return null;
    parts.push(decoder.decode(chunk.subarray(0, size), { stream: true }));
  }
  const text = parts.join("");
  const end = text.indexOf("\n");
  rest = text.slice(end + 1);
  return text.slice(0, end);
};

const turn = () => new Promise((resolve) => setImmediate(resolve));
let current = null;
process.on("unhandledRejection", (reason) => current?.driver.onRejection(reason));

class Evaluation {
  constructor(request) {
    this.request = request;
    this.context = vm.createContext();
    this.driver = prelude.runInContext(this.context)({ ...commonHost, ...this.host() });
    this.modules = new Map();
    this.values = new Map();
    this.wrappers = [];
    this.facades = new Map();
    this.failures = new Map();
    this.importers = new Map();
    this.linking = Promise.resolve();
    this.loading = 0;
    this.commonjs = request.commonjs;
    this.natives = new Set(request.natives);
    this.resolutions = new Map(
      request.resolutions.map(([referrer, specifier, type, url]) =>
        [JSON.stringify([referrer, specifier, type]), url]),
    );
    this.missing = new Map(
      request.missing.map(([referrer, specifier, message]) =>
        [JSON.stringify([referrer, specifier]), message]),
    );
    this.link = (specifier, referrer, extra) => {
      try {
        const { identifier } = referrer;
        const attributes = extra.attributes ?? extra.assert;
        return this.linkTo(this.resolve(specifier, identifier, attributes), referrer);
      } catch (error) {
        this.failLoading(referrer, error);
        throw error;
      }
    };
  }

  linkTo(module, referrer) {
    if (!this.importers.has(module)) this.importers.set(module, new Set());
    this.importers.get(module).add(referrer);
    const failure = this.failures.get(module);
    if (failure !== undefined) throw failure.again();
    return module.status === "errored" ? this.failed(module) : module;
  }

  // A module that has failed can be imported, and fails again, but node:vm refuses to link to it.
  failed(module) {
    const names = Object.getOwnPropertyNames(module.namespace);
    const exported = names.map((name) => `slot as ${JSON.stringify(name)}`).join(", ");
    const text = `let slot; export { ${exported} }; throw import.meta.error;`;
    return new vm.SourceTextModule(text, {
      context: this.context,
      identifier: module.identifier,
      initializeImportMeta: (meta) => { meta.error = module.error; },
    });
  }

  // What CommonJS modules need of the host.
  host() {
    return {
      compile: (text, url) => {
        const wrapper = vm.compileFunction(text, NAMES, {
          filename: url, parsingContext: this.context, importModuleDynamically: this.importer(url),
        });
        this.wrappers.push(wrapper);
        return wrapper;
      },
      native: (name) => this.native(name),
      data: (url) => this.value(url),
      isEvaluating: (url) => this.modules.get(url)?.status === "evaluating",
      evaluateModule: (url) => this.evaluateModule(url),
      facade: (url) => this.facade(url),
    };
  }

  // One of Node's own modules, if it is one that programs can have; a program may change it, so
  // that this process must not serve another.
  native(name) {
    if (!this.natives.has(name)) return undefined;
    this.usesNatives = true;
    return nodeRequire(`node:${name}`);
  }

  // Links a module, or fails with the error that it has failed with before.
  async linked(module) {
    const failure = this.failures.get(module);
    if (failure !== undefined) throw failure.error;
    if (isLinked(module)) return;
    try {
      await module.link(this.link);
    } catch (error) {
      if (!this.failures.has(module)) {
        const again = () => new this.driver.SyntaxError(error.message);
        this.failures.set(module, { error, again });
      }
      this.forget();
      throw error;
    }
  }

  // Notes that a module asks for what isn't there or can't be parsed. That is one error for all
  // that need it; where an export is missing, each is told so.
  failLoading(module, error) {
    const failing = new Set([module]);
    for (const each of failing) {
      if (!this.failures.has(each)) this.failures.set(each, { error, again: () => error });
      for (const importer of this.importers.get(each) ?? []) failing.add(importer);
    }
  }

  // What could not be linked because another module failed can't be linked a second time: it is
  // made anew.
  forget() {
    for (const [key, each] of this.modules) {
      if (this.importers.has(each) && !this.failures.has(each) && !isLinked(each)) {
        this.modules.delete(key);
      }
    }
  }

  // Links what `import()` loads, when nothing else is being linked: node:vm doesn't wait for what
  // is.
  loaded(specifier, referrer, attributes) {
    const load = async () => {
      const module = this.resolve(specifier, referrer, attributes);
      await this.linked(module);
      return module;
    };
    const module = this.linking.then(load);
    this.linking = module.catch(() => {});
    return module;
  }

  // Links what `require` may evaluate on the spot: linking takes time.
  async prepare() {
    const required = new Set(this.commonjs.requires.map(([, , url]) => url));
    for (const url of required) {
      if (this.request.modules[url]?.[0] !== "esm") continue;
      const module = this.module(url, "", "");
      await this.linked(module);
      if (!Reflect.ownKeys(module.namespace).includes("default")) continue;
      for (let number = 0; number < FACADES; number++) await this.makeFacade(module, number);
    }
  }

  // What `require` gives for the namespace of a module with a default export: with `__esModule`.
  async makeFacade(module, number) {
    const name = JSON.stringify(module.identifier);
    const text = `export * from ${name}; export { default } from ${name};`
      + "export const __esModule = true;";
    const facade = this.source(`pybundle-facade:${number}:${module.identifier}`, text);
    await facade.link(() => module);
    this.modules.set(facade.identifier, facade);
  }

  // Another facade each time, as long as there are any.
  facade(url) {
    const number = this.facades.get(url) ?? 0;
    this.facades.set(url, number + 1);
    return this.evaluateModule(`pybundle-facade:${Math.min(number, FACADES - 1)}:${url}`);
  }

  // Evaluates a linked module; null if it, or what it imports, awaits.
  evaluateModule(url) {
    const module = this.modules.get(url);
    const wrap = wrapOf(module);
    if (wrap?.isGraphAsync === undefined) {
      say("stopped", "unsupported", `Node ${process.version} can't require ES modules`);
      throw new this.driver.TypeError("unsupported");
    }
    if (module.status !== "errored" && wrap.isGraphAsync()) return null;
    if (module.status === "linked") module.evaluate().catch(() => {});
    if (module.status === "errored") throw module.error;
    return module.namespace;
  }

  resolve(specifier, referrer, attributes) {
    const type = attributes?.type ?? "";
    const url = this.resolutions.get(JSON.stringify([referrer, specifier, type]));
    if (url !== undefined) return this.module(url, type, referrer);
    const name = specifier.replace(/^node:/, "");
    if (name === "module") return this.moduleOfNode();
    const native = this.native(name);
    const message = this.missing.get(JSON.stringify([referrer, specifier]));
    if (message !== undefined) throw this.absent(message);
    if (native === undefined) {
      say(/^[./]/.test(specifier) ? "lost" : "package", specifier);
      throw new this.driver.TypeError(`Cannot find module '${specifier}'`);
    }
    return this.exporter(specifier, native, Object.keys(native));
  }

  // The error for what isn't there.
  absent(message) {
    const { Error, TypeError } = this.driver;
    const { missingCode } = this.request;
    return missingCode ? Object.assign(new Error(message), { code: missingCode })
      : new TypeError(message);
  }

  module(url, type, referrer) {
    const [kind, text] = this.request.modules[url];
    const asNode = kind === "commonjs" && this.commonjs.nodeMode.includes(referrer);
    const key = kind === "json" ? `${type} ${url}` : asNode ? `node ${url}` : url;
    let module = this.modules.get(key);
    if (module === undefined) {
      const failure = this.failures.get(key);
      if (failure !== undefined) throw failure.error;
      try {
        module = kind === "esm" ? this.source(url, text)
          : kind === "commonjs" ? this.imported(url, asNode)
          : this.synthetic(url, kind, type);
      } catch (error) {
        this.failures.set(key, { error });
        throw error;
      }
      this.modules.set(key, module);
    }
    return module;
  }

  moduleOfNode() {
    return this.exporter("node:module", { createRequire: this.driver.createRequire }, ["createRequire"]);
  }

  // A module of Node's own. Node loses modules that nobody holds.
  exporter(identifier, value, keys) {
    const known = this.modules.get(identifier);
    if (known !== undefined) return known;
    const names = [...new Set(["default", ...keys])];
    const module = new vm.SyntheticModule(names, function () {
      for (const name of names) this.setExport(name, name === "default" ? value : value[name]);
    }, { context: this.context, identifier });
    this.modules.set(identifier, module);
    return module;
  }

  // A CommonJS module as ES modules see it: run when it is evaluated. Nobody finds its exports in
  // the TDZ.
  imported(url, asNode) {
    const names = this.commonjs.names[url] ?? [];
    const keys = [...new Set(["default", ...names])].map((key) => JSON.stringify(key));
    const exports = keys.map((key, i) => `value${i} as ${key}`);
    const values = keys.map((key, i) => `value${i} = found[${key}]`);
    const text = `export { ${exports} };\nconst { found } = import.meta;\nvar ${values};`;
    return new vm.SourceTextModule(text, {
      context: this.context,
      identifier: `pybundle-imported:${url}`,
      initializeImportMeta: (meta) => {
        meta.found = this.driver.importCommonjs(url, names, asNode);
      },
    });
  }

  source(url, text) {
    return new vm.SourceTextModule(text, {
      context: this.context,
      identifier: url,
      initializeImportMeta: (meta) => {
        meta.url = url;
        if (url.startsWith("file:")) {
          meta.filename = decodeURIComponent(new URL(url).pathname);
          meta.dirname = posix.dirname(meta.filename);
        }
        meta.resolve = this.driver.resolver(url);
      },
      importModuleDynamically: this.importer(url),
    });
  }

  // JSON, text or an empty object as the default export; JSON imported without an attribute
  // also has its keys as exports.
  synthetic(url, kind, type) {
    const value = this.value(url);
    const named = kind === "json" && type === "" && types.isProxy(value) === false &&
      typeof value === "object" && value !== null && !Array.isArray(value);
    const keys = named ? Object.keys(value).filter((key) => key !== "default") : [];
    return new vm.SyntheticModule(["default", ...keys], function () {
      this.setExport("default", value);
      for (const key of keys) this.setExport(key, value[key]);
    }, { context: this.context, identifier: url });
  }

  value(url) {
    const [kind, text] = this.request.modules[url];
    let value = this.values.get(url);
    if (value === undefined) {
      value = kind === "text" ? text : this.driver.parse(kind === "json" ? text : "{}");
      this.values.set(url, value);
    }
    return value;
  }

  // Links all that `import()` may ask for, so that it takes just as long as the request says.
  async linkAll() {
    for (const [referrer, , type, url] of this.request.resolutions) {
      try {
        await this.linked(this.module(url, type, referrer));
      } catch {
        // `import()` finds that out again.
      }
    }
  }

  importer(referrer) {
    const { loadTicks } = this.request;
    return async (specifier, _, attributes) => {
      this.loading++;
      let module;
      try {
        if (loadTicks === null) await turn();
        else for (let tick = 0; tick < loadTicks; tick++) await null;
        module = this.resolve(specifier, referrer, attributes);
        const failure = this.failures.get(module);
        if (failure !== undefined) throw failure.error;
        if (!isLinked(module)) {
          module = await this.loaded(specifier, referrer, attributes);
        }
      } finally {
        this.loading--;
      }
      await module.evaluate();
      return module;
    };
  }

  async start() {
    const { request, driver } = this;
    const options = {
      filename: request.entry,
      importModuleDynamically: this.importer(request.entry),
    };
    try {
      if (this.commonjs) {
        driver.prepare(JSON.stringify(this.commonjs));
        await this.prepare();
      }
      if (request.format === "graph" && request.modules[request.entry][0] === "commonjs") {
        await turn();
        driver.main(request.entry, request.asModule);
      } else if (request.format === "graph") {
        const entry = this.module(request.entry, "", "");
        if (request.loadTicks !== null) await this.linkAll();
        await this.linked(entry);
        await turn();
        driver.module(async () => {
          await entry.evaluate();
          return entry.namespace;
        });
      } else if (request.format === "iife") {
        const script = new vm.Script(request.code, options);
        await turn();
        driver.script(() => script.runInContext(this.context), request.globalPath);
      } else if (request.format === "amd") {
        const script = new vm.Script(request.code, options);
        await turn();
        driver.amd(() => script.runInContext(this.context), request.entry);
      } else {
        options.parsingContext = this.context;
        const wrapper = vm.compileFunction(request.code, NAMES, options);
        await turn();
        driver.commonjs(wrapper, request.entry);
      }
    } catch (error) {
      driver.fail(error);
    }
  }

  async settle() {
    do {
      await turn();
      this.driver.reportFailure();
    } while (this.loading > 0 || this.driver.compiles());
  }

  async run() {
    const { location, string, changes } = this.request;
    this.driver.begin(location, string, changes);
    await this.start();
    await this.settle();
    let budget = this.request.tasks;
    while (budget > 0 && this.driver.runTimer()) {
      budget--;
      await this.settle();
    }
    this.driver.finish(this.driver.hasTimers());
    if (this.usesNatives) say("natives");
  }
}

// Ends this process when the parent, whose id is its argument, has ended: a program may never come
// back, and then nobody is left to stop it. (On Windows the parent's id stays.)
const watch = `
const { workerData: parent } = require("node:worker_threads");
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 1000);
`;
if (process.platform !== "win32") {
  new Worker(watch, { eval: true, execArgv: [], workerData: Number(process.argv[2]) }).unref();
}

say("ready");
for (let line = readLine(); line !== null; line = readLine()) {
  try {
    current = new Evaluation(JSON.parse(line));
    await current.run();
  } catch (error) {
    say("stopped", "crashed", String(error?.stack ?? error));
  }
  await turn();
  current = null;
  say("done");
}
