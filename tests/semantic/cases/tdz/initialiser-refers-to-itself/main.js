import { x as other } from "./first.js";
import { result } from "./second.js";

console.log(other, result);
