import "./ran-before.js";
console.log("throws runs");
throw new Error("from throws.js");
