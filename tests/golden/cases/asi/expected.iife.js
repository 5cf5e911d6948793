(() => {
"use strict";

// log.js
const log = console.log
log("no semicolon");

// main.js
let f = (x) => console.log("called", x)
f;
(1).toFixed()
console.log("main");

})();
