import "./b.js";
console.log("never a");
