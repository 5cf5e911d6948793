import "./leaf.js";
console.log("never");
