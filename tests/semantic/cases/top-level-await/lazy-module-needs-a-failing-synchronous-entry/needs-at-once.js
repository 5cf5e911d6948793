import "./between.js";
console.log("needs-at-once runs");
