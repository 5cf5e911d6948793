const f = (x) => console.log("f was called") || f
f
import "./dep.js"
(1)
f
import { x } from "./dep.js"
[x].forEach((y) => console.log("separate statement", y))
f
export { f }
`not a tag`
let last = f
export * from "./dep.js"
(0, console.log)("end")
