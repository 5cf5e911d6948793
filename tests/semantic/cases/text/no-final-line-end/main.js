import { a } from "./a.js"
import { b } from "./b.js"
import { c } from "./c.js"
import "./d.js"
console.log(a, b, c) // the end