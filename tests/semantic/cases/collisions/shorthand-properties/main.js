import { a, b, make, take, assign } from "./dep.js";

const c = "main c", d = "main d";
console.log(JSON.stringify({ a, b, c, d }), JSON.stringify(make()), take({ c: 1, d: 2 }), assign({ c: 3 }));
