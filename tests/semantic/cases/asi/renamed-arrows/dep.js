const a = () => {}
[1].map((x) => console.log("array", x))
let b = async () => {} // comment
/* another */ (() => console.log("parenthesis"))()
var c
if (b) c = () => {}
/regexp/.test("regexp") && console.log("regexp")
export function names() {
  a2 = () => {}
  `template`
  return [a, b, c, a2].map((f) => f.name).join()
}
let a2 = () => {}
+console.log("plus")
a2 = () => () => {}
-console.log("minus")
