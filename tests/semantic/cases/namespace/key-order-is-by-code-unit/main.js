import * as ns from "./dep.js";

console.log(JSON.stringify(Reflect.ownKeys(ns).slice(0, -1)));
console.log(JSON.stringify(Object.entries(ns)));
for (const key in ns) console.log(key);
