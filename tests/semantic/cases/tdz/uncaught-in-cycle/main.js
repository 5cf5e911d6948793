import { a } from "./a.js";
console.log("never", a);
