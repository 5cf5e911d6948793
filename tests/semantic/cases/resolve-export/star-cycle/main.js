import * as a from "./a.js";
import * as b from "./b.js";
import { fromB } from "./a.js";
import { fromA } from "./b.js";

console.log(Object.keys(a).join(), "|", Object.keys(b).join(), fromA, fromB);
console.log(a === b, a.fromB === b.fromB);
