import { f, g } from "./dep.js"
console.log(f(), [...g()].join(), typeof f)
