// globals: Object globalThis
// Runs old scripts: each once, when it is first asked for. `files` has, for each, the names that
// its declarations make globals, its text as a function that assigns them, and the global
// that is its value. Returned is a function that gives a script's value.
const createScripts = (files) => {
  const { defineProperty, hasOwn } = Object;
  const ran = {};
  return (key) => {
    const [names, body, value] = files[key];
    if (!ran[key]) {
      ran[key] = true;
      for (const name of names) {
        if (hasOwn(globalThis, name)) continue;
        const variable = { __proto__: null, writable: true, enumerable: true, configurable: false };
        defineProperty(globalThis, name, { ...variable, value: undefined });
      }
      body.call(globalThis);
    }
    let found = value && globalThis;
    for (const part of value ? value.split(".") : []) {
      if (found !== undefined && found !== null) found = found[part];
    }
    return found;
  };
};
