"use strict";

// counter.js
let count = 0;
function increment() { count += 1; }

// main.js
console.log(count);
increment();
console.log(count);
