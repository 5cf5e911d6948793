import "./two-before.js";
import "./throws.js";
console.log("never");
