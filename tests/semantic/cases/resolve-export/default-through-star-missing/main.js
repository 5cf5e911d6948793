import value from "./index.js";
console.log("never runs", value);
