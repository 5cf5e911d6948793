import { x, x as local, set } from "./dep.js";
export { x, local as renamed, set };
console.log("middle", x);
