export const log = [];
try {
  throw "first";
} catch (e) {
  log.push(e);
  var e = "second";
  log.push(e, (() => e)());
  {
    e += "!";
    log.push(e);
  }
}
log.push(String(e));
try {
  throw "third";
} catch (e) {
  for (var e = 0; e < 1; e++);
  log.push(e);
}
e = "module e";
export { e };
