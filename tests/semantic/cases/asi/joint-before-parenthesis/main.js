import "./count.js"
import "./a.js"
import "./b.js"
import "./c.js"
import "./d.js"
import "./e.js"
import "./f.js"
(() => console.log("main"))()
