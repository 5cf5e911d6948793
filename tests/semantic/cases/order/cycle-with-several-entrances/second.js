import "./a.js";
console.log("second");
