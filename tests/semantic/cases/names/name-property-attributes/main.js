import { f as g, K as L, describe } from "./dep.js";

function f() {}
class K {}
const arrow = () => {};
for (const fn of [f, K, arrow, g, L]) console.log(describe(fn));
