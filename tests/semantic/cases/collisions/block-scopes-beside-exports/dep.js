export let a = "a", b = "b", c = "c";
let d = "d", e = "e";
export const log = [];
{
  let a = "block a";
  const d = "block d";
  class b {}
  function c() {}
  log.push(a, d, b.name, c.name, e);
}
switch (a) {
  case "a":
    let b = "case b", e = "case e";
    log.push(a, b, e);
}
for (let a = 0, d = "loop d"; a < 1; a++) log.push(a, b, d);
for (const { b, e = b } of [{ b: "of b" }]) log.push(b, e);
try {
  throw { a: "thrown a", d: "thrown d" };
} catch ({ a, d }) {
  log.push(a, d, b);
}
class Body {
  a = a;
  static d = d;
  e() {
    return e;
  }
}
log.push(new Body().a, Body.d, new Body().e());
label: {
  let c = "labelled c";
  log.push(c);
  break label;
}
if (true) {
  let d = "if d";
  log.push(d);
}
