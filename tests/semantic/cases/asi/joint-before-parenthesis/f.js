/1/g.test("1") && console.log("f")
delete globalThis.asiCount
let tail = () => {}
