export function f(a, b) {}
export class K {
  static s = 1;
}
const arrow = () => {};
export function describe(fn) {
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(fn, "name");
  return [value, writable, enumerable, configurable, Reflect.ownKeys(fn).join()].join(" ");
}
console.log(describe(arrow));
