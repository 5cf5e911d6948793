import "./b.js";
console.log("first");
