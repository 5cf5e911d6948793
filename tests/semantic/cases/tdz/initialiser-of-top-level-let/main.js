import "./first.js";

console.log("main");
let x = "outer " + x;
console.log("never reached");
