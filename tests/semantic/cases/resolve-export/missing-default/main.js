import value from "./dep.js";
console.log("never runs", value);
