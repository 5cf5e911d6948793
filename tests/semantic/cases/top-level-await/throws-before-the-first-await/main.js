import "./first.js";
import "./throws.js";
import "./never.js";
console.log("main");
export const x = await 1;
