import { o } from "./dep.js";
console.log(o.import.x, o.export, o.from, o.default, o.import.meta, o?.export, o["import"].x);
