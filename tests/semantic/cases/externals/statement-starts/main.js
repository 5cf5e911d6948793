import { f, o } from "ext"
const quiet = () => {}
const a = quiet
f("call")
const b = quiet
f`tag`
const c = quiet
o.method("method")
if (a) f("if")
else f("else")
do f("do")
while (false)
f("one"), f("two")
for (const x of [1]) f("for")
const d = () => f("arrow")
d()
label: f("label")
quiet(f("argument"), ...[f("spread")])
f ("space")
f
("continued")
