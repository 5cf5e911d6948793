import { names } from "./dep.js"
import fn from "./default.js"
let a, b, c
console.log(names(), fn.name)
