import "./two-after-own.js";
export const after = "two-after";
console.log("two-after");
