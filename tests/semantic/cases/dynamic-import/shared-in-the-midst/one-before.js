import "./one-before-own.js";
export const before = "one-before";
console.log("one-before");
