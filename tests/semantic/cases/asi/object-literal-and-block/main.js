import { o, f } from "./dep.js"
o
f()
const object = { o }
;({ o: object.x } = { o: 1 })
console.log(object.x, f().a)
