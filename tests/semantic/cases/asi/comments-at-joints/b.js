/* leading
   block */ `${console.log("b")}`
export default a // comment
function a() {} /* unclosed-looking // */
// comment at end of file without newline is in text/
