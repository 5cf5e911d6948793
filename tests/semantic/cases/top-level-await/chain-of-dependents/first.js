import "./waits.js";
console.log("first");
