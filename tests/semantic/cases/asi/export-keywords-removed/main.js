import { a, b, c, K, f, d } from "./dep.js"
import e from "./dep.js"
console.log(a, b, c, K.name, f(), typeof d, typeof e)
