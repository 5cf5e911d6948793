import * as a from "./a.js";
import * as b from "./b.js";

function f() {}
function* g() {}
async function h() {}
async function* i() {}
class K {}
for (const fn of [f, g, h, i, K, ...a.all, ...b.all]) console.log(fn.name);
