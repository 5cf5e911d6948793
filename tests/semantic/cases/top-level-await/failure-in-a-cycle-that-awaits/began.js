import "./second.js";
console.log("began runs");
await null;
console.log("began ends");
