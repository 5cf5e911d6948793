// What the host calls: start one program, turn the event loop, and collect the end of the trace.
let baseline = new Map();
const ignoredGlobals = new Set();
// Makes a global that is not there say that it was looked for.
const spy = (name) => {
  const refuse = () => { throw new ReferenceError(`${name} is not defined as a global`); };
  defineProperty(globalThis, name, {
    __proto__: null, get: refuse, set: refuse, enumerable: false, configurable: true,
  });
};
// What is up to the engine, made otherwise: whoever does something else then depends on it.
const alterations = {
  __proto__: null,
  stacks() {
    Error.stackTraceLimit = 1;
    define(Error, "prepareStackTrace", (error) => {
      try {
        return errorText(error);
      } catch {
        return "";
      }
    });
  },
  texts() {
    define(Function.prototype, "toString", {
      toString() {
        const text = functionText(this);
        return exec(/\{ \[native code\] \}$/, text) === null ? `${text}/**/` : text;
      },
    }.toString);
  },
};
const remember = (location, longest, { spied, altered }) => {
  longestString = longest;
  watchWebAssembly();
  for (let i = 0; i < altered.length; i++) alterations[altered[i]]();
  for (let i = 0; i < spied.length; i++) if (!hasOwn(globalThis, spied[i])) spy(spied[i]);
  if (location !== null) {
    define(globalThis, "location", { href: location, toString: () => location });
  }
  define(globalThis, "console", consoleObject);
  nameIntrinsics();
  baseline = new Map();
  const keys = ownKeys(globalThis);
  for (let i = 0; i < keys.length; i++) {
    const descriptor = getOwnPropertyDescriptor(globalThis, keys[i]);
    mapSet(baseline, keys[i], descriptor.get ?? descriptor.value);
  }
};

let settled = true;
let namespace = null;
let readNamespace = null;

// `promise` is the main evaluation; it gives the entry's namespace.
const follow = (promise) => {
  settled = false;
  promiseThen(promise, (value) => {
    settled = true;
    namespace = value;
  }, (error) => {
    settled = true;
    fail(error);
  });
};

// A script that ends in a promise (`(async () => { … })()`) is evaluated when it is settled.
const followResult = (value) => {
  if (host.isPromise(value)) follow(value);
};

const printNamespace = (object) => {
  const printer = new Printer();
  const names = [];
  const keys = keysOf(object) ?? [];
  for (let i = 0; i < keys.length; i++) {
    if (typeof keys[i] === "string" && descriptorEnumerable(object, keys[i])) push(names, keys[i]);
  }
  sort(names);
  const parts = [];
  for (let i = 0; i < names.length; i++) {
    const text = printer.slot(() => object[names[i]], "$", 0, names[i]);
    push(parts, `[${quote(names[i])},${quote(text)}]`);
  }
  return `[${join(parts, ",")}]`;
};
const descriptorEnumerable = (object, key) => {
  try {
    return getOwnPropertyDescriptor(object, key)?.enumerable === true;
  } catch {
    return true;
  }
};

const printSlots = () => {
  const modules = [];
  for (let i = 0; i < started.length; i++) {
    const { name, slots } = started[i];
    const parts = [];
    const names = ownKeys(slots);
    for (let j = 0; j < names.length; j++) {
      const printer = new Printer();
      const text = printer.slot(slots[names[j]], "$", 0, names[j]);
      push(parts, `[${quote(names[j])},${quote(text)}]`);
    }
    push(modules, `[${quote(name)},[${join(parts, ",")}]]`);
  }
  return `[${join(modules, ",")}]`;
};

const printGlobals = () => {
  const parts = [];
  const keys = ownKeys(globalThis);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (setHas(ignoredGlobals, key)) continue;
    const descriptor = getOwnPropertyDescriptor(globalThis, key);
    if (mapHas(baseline, key) && is(mapGet(baseline, key), descriptor.get ?? descriptor.value)) {
      continue;
    }
    const text = descriptor.get ? "[Getter]" : print(descriptor.value);
    const flags = `${descriptor.enumerable ? "" : "[hidden] "}`;
    push(parts, `[${quote(typeof key === "symbol" ? printKey(key) : key)},${quote(flags + text)}]`);
  }
  mapForEach(baseline, (_, key) => {
    if (!hasOwn(globalThis, key)) {
      push(parts, `[${quote(typeof key === "symbol" ? printKey(key) : key)},"<deleted>"]`);
    }
  });
  return `[${join(parts, ",")}]`;
};

const memberAt = (path) => {
  let at = globalThis;
  for (let i = 0; i < path.length; i++) {
    if (!isObject(at)) return undefined;
    at = at[path[i]];
  }
  return at;
};

// What a program exports is the namespace, or a promise of it, for which the evaluation waits.
const followExports = (exported) => {
  if (!host.isPromise(exported)) return;
  readNamespace = () => namespace;
  follow(exported);
};
// Runs a CommonJS module, the main one.
const runMain = (run) => {
  try {
    const module = run();
    readNamespace = () => module.exports;
    followExports(module.exports);
  } catch (error) {
    fail(error);
  }
};
const driver = {
  __proto__: null,
  // Starts a script: `evaluate` runs it and gives its completion value.
  script(evaluate, globalPath) {
    if (globalPath !== null) {
      setAdd(ignoredGlobals, globalPath[0]);
      readNamespace = () => memberAt(globalPath);
    }
    try {
      const value = evaluate();
      followResult(value);
      const exported = readNamespace === null ? undefined : readNamespace();
      if (exported !== value) followExports(exported);
    } catch (error) {
      fail(error);
    }
  },
  // What the program's data says of CommonJS, as JSON; before anything starts.
  prepare(data) {
    prepareCommonjs(parseJson(data));
  },
  // Starts a CommonJS script: `wrapper` is the function of its five names.
  commonjs(wrapper, url) {
    runMain(() => {
      const module = makeModule(fileOfUrl(url), null, true);
      runWrapper(module, url, wrapper);
      module.loaded = true;
      return module;
    });
  },
  // Starts a graph whose entry is CommonJS. `asModule`: what it exports is to be shown as an ES
  // module's default export.
  main(url, asModule) {
    if (asModule) runMain(() => ({ exports: { default: loadModule(url, null, true).exports } }));
    else runMain(() => loadModule(url, null, true));
  },
  // Starts a script that defines AMD modules: `evaluate` runs it.
  amd(evaluate, url) {
    try {
      const exported = evaluateAmd(evaluate, url);
      readNamespace = () => exported;
      followExports(exported);
    } catch (error) {
      fail(error);
    }
  },
  // Starts a module graph.
  module(load) {
    readNamespace = () => namespace;
    follow(load());
  },
  importCommonjs,
  createRequire,
  // The `resolve` of the import.meta of the module `url`.
  resolver: (url) => (specifier) => new URL(specifier, url).href,
  runTimer,
  // Whether something is being compiled, which takes its own time.
  compiles: () => compiling > 0,
  hasTimers: () => takeTimer() !== null,
  // The end of the trace, as one line. `limit` says that timers were left.
  finish(limit) {
    const outcome = failure !== null ? "threw"
      : limit ? "task-limit"
      : settled ? "completed" : "never-settled";
    let object = null;
    try {
      object = readNamespace === null ? null : readNamespace();
    } catch {
      object = null;
    }
    const parts = [
      `"outcome":${quote(outcome)}`,
      `"slots":${printSlots()}`,
      `"namespace":${isObject(object) ? printNamespace(object) : "null"}`,
      `"globals":${printGlobals()}`,
      printImports(),
    ];
    host.emit(`["end",{${join(parts, ",")}}]`);
  },
};
