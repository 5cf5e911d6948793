import "./z.js";
console.log("x");
