import "./b.js";
console.log("a");
