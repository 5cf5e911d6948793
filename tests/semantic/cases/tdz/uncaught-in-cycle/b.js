import { a } from "./a.js";
console.log("b runs first");
export const b = "b" + a;
console.log("never");
