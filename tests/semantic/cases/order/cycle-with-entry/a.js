import "./main.js";
import "./b.js";
console.log("a");
