((root, factory) => {
  if (typeof exports === "object" && typeof module === "object") {
    factory(exports);
  } else if (typeof define === "function" && define.amd) {
    define("my/plugin", ["exports"], factory);
  } else {
    const library = {};
    factory(library);
    root.my = root.my || {};
    root.my.plugin = library;
  }
})(typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : this, (exports) => {
"use strict";

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

exposeExports(exports, {
  default: () => format,
});

// format.js
let used = 0;
function format(text) {
  used += 1;
  return `[${text} ${used}]`;
}

// main.js
console.log(format("plugin"), typeof define, undefined);

});
