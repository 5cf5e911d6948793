import { waited } from "./waits.js";
export var value = waited;
export function seen() { return waited; }
console.log("deep");
