var Library = (() => {
"use strict";

// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });

// Makes the object through which a bundle shows its exports: live, and shaped as a namespace.
const createExports = (({ create, defineProperty, keys }, tag) => (slots, marks) => {
  const exports = create(null, marks);
  const names = keys(slots);
  for (let i = 0; i < names.length; i++) {
    defineProperty(exports, names[i], { __proto__: null, get: slots[names[i]], enumerable: true });
  }
  defineProperty(exports, tag, { __proto__: null, value: "Module" });
  return exports;
})(Object, Symbol.toStringTag);

setName(main_default, "default");

// create.js
/*! library v1.0 | MIT */
const version = "1.0";
function create() { return { version }; }

// main.js
function main_default() { return "library"; }
let calls = 0;
function call() { calls += 1; }

return createExports({
  call: () => call,
  calls: () => calls,
  create: () => create,
  default: () => main_default,
  version: () => version,
});
})();
