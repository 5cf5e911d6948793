import { value } from "./b.js";
import { fromA } from "./a.js";
let own = 0;
do own += value;
while (own < 5);
console.log("c", own, fromA());
