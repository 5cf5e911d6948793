// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });

setName(main_default, "default");

// create.js
/*! library v1.0 | MIT */
const version = "1.0";
function create() { return { version }; }

// main.js
function main_default() { return "library"; }
let calls = 0;
function call() { calls += 1; }

export { call, calls, create, main_default as default, version };
