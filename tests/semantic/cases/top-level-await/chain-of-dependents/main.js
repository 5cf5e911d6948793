import "./second.js";
console.log("main");
