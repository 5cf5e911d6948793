import "./a1.js";
import "./a2.js";
console.log("a");
