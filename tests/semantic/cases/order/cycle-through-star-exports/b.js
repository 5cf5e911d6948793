import { a as later } from "./a.js";
export const b = "b";
console.log("b", typeof (() => later));
