import "./fails.js";
console.log("never shown");
