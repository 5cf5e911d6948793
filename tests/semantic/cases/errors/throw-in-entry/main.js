import "./dep.js";
console.log("main starts");
throw new RangeError("from main");
