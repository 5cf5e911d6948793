import "./base.js";
import "./late.js";
console.log("right");
