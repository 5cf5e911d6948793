import "./before.js";
import "./apart.js";
import "./throws.js";
import "./after.js";
console.log("never");
