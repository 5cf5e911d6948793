import "./main.js";
console.log("never shown");
