import { f, t, raw } from "./dep.js";
console.log(JSON.stringify(f.toString()), JSON.stringify(t), JSON.stringify(raw));
