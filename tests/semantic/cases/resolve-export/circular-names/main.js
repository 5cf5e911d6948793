import { x } from "./a.js";
console.log("never runs", x);
