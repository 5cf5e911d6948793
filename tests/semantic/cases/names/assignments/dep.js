let a, b = null, c = 0, d = 1, e, f, g = {}, h;
export function run() {
  a = function () {};
  b ??= () => {};
  c ||= class {};
  d &&= async () => {};
  (e) = function () {};
  f = (function* () {});
  g.method = function () {};
  h = (() => {}, () => {});
  console.log([a, b, c, d, e, f, g.method, h].map((x) => JSON.stringify(x.name)).join());
}
