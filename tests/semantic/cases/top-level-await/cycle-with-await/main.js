import { a } from "./a.js";
console.log("main", a);
