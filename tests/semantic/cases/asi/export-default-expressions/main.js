import a from "./a.js"
import b from "./b.js"
import c from "./c.js"
import d from "./d.js"
import e from "./e.js"
import f from "./f.js"
console.log(a.x, b.join(), c, d(), e, f.source)
