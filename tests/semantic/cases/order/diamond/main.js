import "./left.js";
import "./right.js";
console.log("main");
