export function f(a, b) {
  a = "changed";
  let callee;
  try {
    callee = arguments.callee;
  } catch (error) {
    callee = error.name;
  }
  return [arguments[0], arguments.length, callee].join();
}
