import "./a.js" // comment after import
import "./b.js" /* block */
/* before */ export { x } /* after */
let x = 1 // no semicolon
/* multi
line */ ;[1].map(() => console.log("main"))
// last line
