import { right } from "./right.js";
await null;
let value = eval("right") + 1;
export function left() { return eval("value"); }
