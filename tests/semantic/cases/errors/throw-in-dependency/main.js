import "./ok.js";
import "./throws.js";
import "./never.js";
console.log("never");
