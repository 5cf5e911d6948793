(() => {
"use strict";

// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });

setName(helper$1, "helper");

// first.js
let Thing$1 = class Thing { static own = Thing.name; };

// second.js
function helper$1() { return "second's"; }
const Thing$2 = { Thing: class {} }.Thing;

// main.js
const helper = () => "main's";
class Thing {}
console.log(helper(), helper$1(), helper.name, helper$1.name);
console.log(Thing$1.name, Thing$2.name, Thing.name, new Thing$1() instanceof Thing);

})();
