export const f = function g(n) {
  return n ? "g" + g(n - 1) : typeof h;
};
export const g = function f() {
  return f.name + typeof f;
};
const h = class f {
  static n = f.name;
};
