import { a, b, x } from "./same-names.js";

function order(a = b, b = 2) {
  return a + b;
}
function scopes(x, read = () => x, write = (v) => (x = v)) {
  var x;
  const inherited = x;
  x = "body";
  write("parameter");
  return [inherited, x, read()].join(" ");
}
function outer(read = () => x) {
  var x = "body";
  return read() + " " + x;
}
try {
  order();
} catch (error) {
  console.log(error.name);
}
console.log(order(1), scopes("argument"), outer(), a, b);
