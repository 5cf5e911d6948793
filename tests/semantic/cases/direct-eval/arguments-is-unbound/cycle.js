import { early } from "./back.js";
console.log("cycle", eval("early"), typeof arguments);
export function hoisted() { return `${typeof arguments} ${arguments.length}`; }
