(() => {
"use strict";

// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });

setName(hoisted_default, "default");

// arrow.js
const arrow_default = { default: () => {} }.default;

// hoisted.js
function hoisted_default() {}

// klass.js
const klass_default = { default: class {} }.default;

// named.js
function named() {}

// value.js
const value_default = 6 * 7;

// main.js
console.log(arrow_default.name, hoisted_default.name, klass_default.name, named.name, value_default);

})();
