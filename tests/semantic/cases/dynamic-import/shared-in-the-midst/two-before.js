import "./two-before-own.js";
export const before = "two-before";
console.log("two-before");
