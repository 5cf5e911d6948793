export function f() {}
export class K {}
export function names() {
  const found = [];
  {
    function f() {}
    class K {}
    found.push(f.name, K.name);
  }
  const g = { f() {}, K: class K {}, h: function f() {}, i: class {} };
  found.push(g.f.name, g.K.name, g.h.name, g.i.name);
  return [...found, f.name, K.name].join();
}
