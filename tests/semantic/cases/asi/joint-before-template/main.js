import "./first.js"
import "./second.js"
`main ${console.log("main")}`
