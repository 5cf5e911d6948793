/e/.test("e") && console.log("e", globalThis.asiCount)
let last = 1, g = 2
