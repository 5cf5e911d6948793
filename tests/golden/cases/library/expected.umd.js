((root, factory) => {
  if (typeof exports === "object" && typeof module === "object") {
    factory(exports);
  } else if (typeof define === "function" && define.amd) {
    define(["exports"], factory);
  } else {
    const library = {};
    factory(library);
    root.Library = library;
  }
})(typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : this, (exports) => {
"use strict";

// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });

// Puts what a bundle exports on the object that its loader gave it: live, and shaped as a namespace.
const exposeExports = (({ defineProperty, keys, setPrototypeOf }, tag) => (exports, slots) => {
  setPrototypeOf(exports, null);
  if (!slots.__esModule) defineProperty(exports, "__esModule", { __proto__: null, value: true, configurable: true });
  const names = keys(slots);
  for (let i = 0; i < names.length; i++) {
    defineProperty(exports, names[i], { __proto__: null, get: slots[names[i]], enumerable: true });
  }
  defineProperty(exports, tag, { __proto__: null, value: "Module" });
})(Object, Symbol.toStringTag);

setName(main_default, "default");

exposeExports(exports, {
  call: () => call,
  calls: () => calls,
  create: () => create,
  default: () => main_default,
  version: () => version,
});

// create.js
/*! library v1.0 | MIT */
const version = "1.0";
function create() { return { version }; }

// main.js
function main_default() { return "library"; }
let calls = 0;
function call() { calls += 1; }

});

// The names of the exports, for Node's import of CommonJS.
0 && (module.exports = { call, calls, create, version });
