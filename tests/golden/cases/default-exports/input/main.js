import arrow from "./arrow.js"
import hoisted from "./hoisted.js"
import klass from "./klass.js"
import named from "./named.js"
import value from "./value.js"
console.log(arrow.name, hoisted.name, klass.name, named.name, value)
