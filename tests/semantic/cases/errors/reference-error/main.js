import "./dep.js";
console.log("main");
undeclaredName;
console.log("never");
