import "./before.js";
import "./self.js";

console.log("never reached");
