import * as ns from "./dep.js";

const child = Object.create(ns);
console.log(child.x, "x" in child, Object.keys(child).length, child.missing);
const seen = [];
for (const key in child) seen.push(key);
console.log(seen.join());
console.log(Reflect.get(ns, "x", child));
class Extends extends null {
  static probe() {
    return Object.setPrototypeOf({ read() { return super.x; } }, ns).read();
  }
}
console.log(Extends.probe());
