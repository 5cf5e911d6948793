import "./base.js";
console.log("left");
