export function f(a) {
  a = "changed";
  return [...arguments].join() + arguments.length;
}
