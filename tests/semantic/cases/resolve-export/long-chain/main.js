import { x } from "./hops/1.js";
console.log(x);
