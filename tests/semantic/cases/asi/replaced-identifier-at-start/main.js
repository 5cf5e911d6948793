import * as ns from "./dep.js"
import { f, x } from "./dep.js"
import def from "./dep.js"
const quiet = () => {}
const a = quiet
ns.f("ns.f")
const b = quiet
f("f")
const c = quiet
def("def")
const d = quiet
this
const e = quiet
this?.x
const g = quiet
ns
const h = quiet
x
try {
  const i = quiet
  x = 1
} catch (error) {
  console.log(error.name)
}
try {
  const i = quiet
  x++
} catch (error) {
  console.log(error.name)
}
