import value from "./dep.js";
console.log("never", value);
