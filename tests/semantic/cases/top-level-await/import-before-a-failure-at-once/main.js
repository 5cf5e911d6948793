import "./fails.js";
import "./waits.js";
console.log("never shown");
