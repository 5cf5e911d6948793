import "./sibling.js";
import "./rejects.js";
console.log("never");
