import { isEven } from "./even.js";
import { Node, leaf } from "./tree.js";

console.log("10 is even:", isEven(10));
console.log("a leaf is a Node:", leaf instanceof Node);
