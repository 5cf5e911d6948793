import "./d.js";
import "./b.js";
console.log("c");
