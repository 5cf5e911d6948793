export function run() {
  const before = typeof f;
  var f = 1;
  function f() {}
  return before + " " + typeof f;
}
