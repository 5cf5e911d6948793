import { read as readA, write as writeA } from "./a.js";
import { read as readB, write as writeB } from "./b.js";
import { shared } from "./shared.js";

writeA("A");
console.log(readA(), readB(), shared);
writeB("B");
console.log(readA(), readB(), shared);
