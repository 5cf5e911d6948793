import { count as a, next as nextA } from "./dep.js?a";
import { count as b } from "./dep.js?b";
import { count as a2 } from "./dep.js?a";

nextA();
console.log(a, b, a2);
