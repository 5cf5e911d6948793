import "./starter.js";
import "./throws.js";
console.log("never");
