import A from "./a.js"
import b from "./b.js"
import C from "./c.js"
import d from "./d.js"
console.log(A.name, b.name, C.name, d.name)
