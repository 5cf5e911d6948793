const top = "dep top";
const arrow = (x = eval("top")) => eval("x + ' ' + top");
class C {
  field = eval("this instanceof C && top");
  static m() {
    return eval("super.toString === Function.prototype.toString");
  }
}
console.log(arrow(), arrow("argument"), new C().field, C.m(), eval("top"), eval("typeof this"));
for (const i of [1, 2]) console.log(eval("i + top.length"));
function args() {
  return eval("arguments.length + ' ' + (new.target === undefined)");
}
console.log(args(1, 2), (0, eval)("typeof top"), eval?.("typeof top"));
console.log(eval("() => top")(), eval("(class { static n = top })").n, eval(["top"]).join());
