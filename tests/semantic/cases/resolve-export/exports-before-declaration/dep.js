export { a, b, C, f };
const a = 1;
var b = 2;
class C {}
function f() {
  return 3;
}
