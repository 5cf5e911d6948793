(async () => {
"use strict";

// answer.js
const answer = await Promise.resolve(42);

// main.js
await 0;
console.log(answer);

})();
