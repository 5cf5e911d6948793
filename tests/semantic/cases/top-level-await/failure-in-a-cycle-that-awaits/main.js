import "./asks.js";
import "./first.js";
console.log("main runs");
