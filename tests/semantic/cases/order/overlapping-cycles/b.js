import "./c.js";
import "./a.js";
console.log("b");
