import "./static.js";
import "./lazy-dependency.js";
console.log("lazy");
export const x = "x";
