import "./a.js";
console.log("d");
