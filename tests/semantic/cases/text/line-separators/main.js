import { s, t, x } from "./dep.js"; // comment console.log(s.length, t.length, x) let y = x ++globalThis.ls console.log(y, globalThis.ls, JSON.stringify(s))
