import { b } from "./a.js";
console.log("main", b);
