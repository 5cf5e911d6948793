import "./a.js";
import "./d.js";
console.log("main");
