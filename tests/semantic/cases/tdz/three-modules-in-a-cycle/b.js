import { c } from "./c.js";

export const b = "b";
console.log("b.js", c);
