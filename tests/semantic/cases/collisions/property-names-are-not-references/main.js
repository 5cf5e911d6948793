import { x as dx } from "./dep.js";

const x = "main";
class C {
  x = x;
  #x = dx;
  static x = "static";
  get y() {
    return this.#x + this.x;
  }
  z({ x: { x } = { x: "nested" } } = {}) {
    return x;
  }
}
const o = { x: { x: { x } } };
console.log(new C().y, C.x, new C().z(), o.x.x.x, o?.x?.["x"].x, dx.x, x.x);
