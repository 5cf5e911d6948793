let f = (x) => console.log("called", x)
f
import "./log.js"
(1).toFixed()
console.log("main")
