import "./two-before.js";
import { count, first } from "./shared.js";
import "./two-after.js";
export { first };
export const total = () => count;
console.log("two");
