[1].forEach((x) => console.log("c", x))
var count = 1
