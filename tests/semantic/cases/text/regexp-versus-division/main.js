import { half, g } from "./dep.js";
const x = 16, i = 2;
console.log(x / half / g, x /i/ g, /x/g.flags, half / 2 / 1);
let y = x
/half/ g
console.log(y);
