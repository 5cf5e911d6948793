import "./main.js";
console.log("b");
