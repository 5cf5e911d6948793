import "./began.js";
import "./first.js";
import "./fails.js";
console.log("second runs");
