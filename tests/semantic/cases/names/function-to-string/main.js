import { plain, multi } from "./dep.js";

console.log(plain.toString());
console.log(JSON.stringify(multi.toString()));
