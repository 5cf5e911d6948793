import "./main.js";
import "./beside.js";
await null;
console.log("needs-later runs");
