export { x } from "./a.js";
console.log("never runs");
