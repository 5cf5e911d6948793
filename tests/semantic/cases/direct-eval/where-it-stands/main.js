import "./dep.js";
var top = "main top";
console.log(top);
