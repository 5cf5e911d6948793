import { inBlock, inTry, inLoop, never, before, later } from "./dep.js";

console.log(before, inBlock, inTry, inLoop, never);
later();
console.log(inBlock);
