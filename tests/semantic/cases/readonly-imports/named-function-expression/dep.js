export function f() {
  return "f of dep";
}
