import "./first.js";
import "./wrong.js";
console.log("never");
