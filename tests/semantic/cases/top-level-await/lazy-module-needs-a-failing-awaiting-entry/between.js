import "./main.js";
console.log("between runs");
