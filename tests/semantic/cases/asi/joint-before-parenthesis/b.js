(function () { console.log("b") })()
let g = f2 => f2
