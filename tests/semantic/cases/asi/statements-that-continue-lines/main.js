import { chain } from "./dep.js"
const result = chain
  .add(1)
  .add(2)
  .value
console.log(result)
const y = result
++chain.count
console.log(y, chain.count)
