// What AMD asks of a loader (the AMD API), as far as one script needs it: the modules that the
// script defines, and the last one evaluated. A global `define` is there while the script runs,
// and not when its modules do: what they see is what they see in every other format.
const collectDefinitions = (evaluate) => {
  const defined = [];
  const own = getOwnPropertyDescriptor(globalThis, "define");
  const collect = (...parts) => {
    const factory = parts[parts.length - 1];
    const id = typeof parts[0] === "string" ? parts[0] : null;
    const given = parts.length > 1 ? parts[parts.length - 2] : null;
    push(defined, {
      id,
      dependencies: isArray(given) ? given : ["require", "exports", "module"],
      factory,
      state: "defined",
      exports: {},
    });
  };
  collect.amd = {};
  define(globalThis, "define", collect);
  try {
    evaluate();
  } finally {
    if (globalThis.define === collect) {
      if (own === undefined) deleteProperty(globalThis, "define");
      else defineProperty(globalThis, "define", own);
    }
  }
  return defined;
};

// Runs a script, then the last module that it defines; returns what that exports.
const evaluateAmd = (evaluate, url) => {
  const defined = collectDefinitions(evaluate);
  const find = (id) => {
    for (let i = 0; i < defined.length; i++) if (defined[i].id === id) return defined[i];
    throw new Error(`Cannot find module '${id}'`);
  };
  // The asynchronous `require` of a module, which has no other: without a function to call
  // when it fails, a failure is the program's.
  const requireLater = (ids, use, refuse) => {
    promiseThen(promiseResolve(), () => {
      const values = [];
      try {
        for (let i = 0; i < ids.length; i++) push(values, instantiate(find(ids[i])));
      } catch (error) {
        if (refuse === undefined) throw error;
        refuse(error);
        return;
      }
      if (use !== undefined) apply(use, undefined, values);
    });
  };
  const dependency = (module, id) => {
    if (id === "exports") return module.exports;
    if (id === "require") return requireLater;
    if (id !== "module") return instantiate(find(id));
    const facade = { id: module.id ?? url, uri: url };
    return defineProperty(facade, "exports", {
      __proto__: null, enumerable: true,
      get: () => module.exports, set: (value) => { module.exports = value; },
    });
  };
  const instantiate = (module) => {
    if (module.state === "failed") throw module.error;
    if (module.state !== "defined") return module.exports;
    module.state = "evaluating";
    try {
      const values = [];
      for (let i = 0; i < module.dependencies.length; i++) {
        push(values, dependency(module, module.dependencies[i]));
      }
      const { factory } = module;
      const value = typeof factory === "function" ? apply(factory, module.exports, values) : factory;
      if (value !== undefined) module.exports = value;
      module.state = "evaluated";
    } catch (error) {
      module.state = "failed";
      module.error = error;
      throw error;
    }
    return module.exports;
  };
  return defined.length === 0 ? null : instantiate(defined[defined.length - 1]);
};
