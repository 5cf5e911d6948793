import "./dep.js";
console.log("main");
