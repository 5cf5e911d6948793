import { own } from "./binds.js";
import { read } from "./reads.js";

console.log(own.join());
console.log(read().join());
console.log(typeof name, typeof Map, typeof parseInt("1"));
