import "./base.js";
console.log("late");
