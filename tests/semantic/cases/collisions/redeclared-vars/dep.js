export const log = [typeof v];
export var v = 1;
var v = 2, v;
log.push(v);
for (var v = 3; v < 5; v++);
log.push(v);
for (var v in { key: 1 }) log.push(v);
if (v) {
  var v = "in block";
} else {
  var v = "never";
}
try {
  var { v } = { v: "pattern" };
} finally {
  var [v = 1] = ["array " + v];
}
