import { b, seen } from "./b.js";
export let a = "a before";
console.log("a starts", b, seen);
await null;
a = "a after";
console.log("a ends");
