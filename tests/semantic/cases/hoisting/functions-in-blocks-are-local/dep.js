export function inner() {
  return f();
  function f() {
    return "function f of dep";
  }
}
{
  function f() {
    return "block";
  }
}
console.log(typeof f);
