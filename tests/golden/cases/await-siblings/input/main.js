import "./slow.js";
import "./fast.js";
console.log("main");
