import "./main.js";
await null;
console.log("needs-later runs");
