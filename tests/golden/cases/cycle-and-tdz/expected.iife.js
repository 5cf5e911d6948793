(() => {
"use strict";

// other.js
function early() { return "hoisted"; }
try { isReady(); } catch (error) { console.log(error.name); }
const late = "late";

// main.js
let ready = true;
function isReady() { return ready; }
console.log(late, early());

})();
