import { b } from "./b.js";
import { c } from "./c.js";

export const a = "a";
console.log("a.js", b, c);
