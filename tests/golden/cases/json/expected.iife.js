(() => {
"use strict";

// data.json
var data = { "version": "1.0", ["__proto__"]: null };
var data_version = data.version;

// main.js
console.log(data_version, Object.keys(data), Object.getPrototypeOf(data) === Object.prototype);

})();
