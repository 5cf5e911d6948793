(0, console.log)("d")
var x
