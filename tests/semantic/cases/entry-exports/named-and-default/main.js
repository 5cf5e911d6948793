import { dep } from "./dep.js";
export const a = 1;
export let b = "two";
export function f() {}
export class K {}
export default { d: dep };
export { dep, a as alias };
console.log("main");
