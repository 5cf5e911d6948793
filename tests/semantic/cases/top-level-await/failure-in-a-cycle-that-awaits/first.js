import "./second.js";
console.log("first runs");
await null;
