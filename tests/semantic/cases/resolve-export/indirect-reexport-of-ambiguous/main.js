import "./index.js";
console.log("never runs");
