import { s, t, r } from "./dep.js";
console.log(s, t, r.test("<!-- x -->"), r.source);
