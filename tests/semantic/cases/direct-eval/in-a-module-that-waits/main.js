import { ready, count, up } from "./dep.js";
import "./side.js";
console.log(eval("ready"), await eval("Promise.resolve(count)"));
eval("up()");
console.log(count);
const lazy = await import("./lazy.js");
console.log(lazy.default, lazy.read(), await eval("ready + 1"));
export const last = eval("count");
export { ready };
