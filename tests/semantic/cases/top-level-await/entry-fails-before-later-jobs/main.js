import "./config.js";
import "./other.js";
console.log("main");
throw "main failed";
