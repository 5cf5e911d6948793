import "./one-after-own.js";
export const after = "one-after";
console.log("one-after");
