import { K as K1 } from "./a.js"
import { K as K2 } from "./b.js"
class K {}
[K1, K2].forEach((k) => console.log(k.name, k !== K))
