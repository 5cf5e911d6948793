import "./a.js"
import "./b.js"
import "./c.js"
let x = "main"
console.log(x)
