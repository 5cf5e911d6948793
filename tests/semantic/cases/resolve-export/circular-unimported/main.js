import "./a.js";
console.log("never runs");
