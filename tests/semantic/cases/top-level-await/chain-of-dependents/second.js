import "./first.js";
console.log("second");
