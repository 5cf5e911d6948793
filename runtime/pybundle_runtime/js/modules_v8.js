// ES modules for `require` in the embedded V8, evaluated on the spot. What goes wrong there is told
// by messages alone, what a module throws comes as a copy, and microtasks run in the meantime.
const importSync = (url) => core.ops.op_import_sync(url, undefined);
const messageOf = (error) => isError(error) ? toText(dataOrGet(error, "message")) : "";
const begun = new Set();
// Called when a module's dependencies have been evaluated and its own body begins: what led to it
// is being evaluated then.
const moduleBegins = (url) => {
  setAdd(begun, url);
  for (let at = mapGet(importers, url); at !== undefined && !setHas(entered, at);) {
    setAdd(entered, at);
    at = mapGet(importers, at);
  }
};
host.begins = moduleBegins;
const entered = new Set();
// The module by whose import the evaluation comes to another, of those that `root` leads to and
// that have not been evaluated.
const importers = new Map();
host.enter = (root) => {
  const path = [{ url: root, next: 0 }];
  const seen = new Set();
  setAdd(seen, root);
  while (path.length > 0) {
    const last = path[path.length - 1];
    const { imports } = mapGet(sources, last.url) ?? {};
    if (!imports || last.next >= imports.length) {
      path.length--;
      continue;
    }
    const url = imports[last.next++];
    if (setHas(seen, url) || setHas(begun, url) || setHas(entered, url)) continue;
    setAdd(seen, url);
    mapSet(importers, url, last.url);
    push(path, { url, next: 0 });
  }
};
host.isEvaluating = (url) => {
  if (!setHas(begun, url)) return setHas(entered, url);
  try {
    importSync(`pybundle-require:${url}`);
    return false;
  } catch (error) {
    return startsWith(messageOf(error), "Cannot require() ES Module");
  }
};
// The namespace of a module; null if it, or what it imports, awaits.
host.evaluateModule = (url) => {
  try {
    importSync(`pybundle-require:${url}`);
  } catch (error) {
    if (startsWith(messageOf(error), "Top-level await is not allowed")) return null;
    setDelete(entered, url);
    throw thrownBy(url);
  }
  return importSync(`pybundle-space:${url}`).value;
};
// The namespace with `__esModule`: another object each time.
let facades = 0;
host.facade = (url) => importSync(`pybundle-space:pybundle-facade:${++facades}:${url}`).value;
host.data = (url) => importSync(`pybundle-data:${url}`).value;
// The error that a module has thrown. The engine asks what it copies for its cause: so it shows
// itself, if it is an Error without a `cause` of its own.
const objectPrototype = Object.prototype;
const thrownBy = (url) => {
  let thrown = null;
  try {
    defineProperty(objectPrototype, "cause", {
      __proto__: null, configurable: true,
      get() {
        if (thrown === null && isError(this)) thrown = { error: this };
      },
    });
    importSync(`pybundle-require:${url}`);
  } catch {
    deleteProperty(objectPrototype, "cause");
  }
  if (thrown !== null) return thrown.error;
  const reason = "the embedded V8 loses what a required ES module throws, unless it is an Error";
  host.emit(`["stopped","unsupported",${quote(reason)}]`);
  return new Error(reason);
};
