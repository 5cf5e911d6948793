import * as ns from "./values.js";

Object.prototype.get = 1;
Object.prototype.value = 2;
const tried = (f) => {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
};
const plain = { __proto__: null };
console.log(tried(() => Reflect.getOwnPropertyDescriptor(ns, Symbol.toStringTag).value));
console.log(tried(() => Reflect.getOwnPropertyDescriptor(ns, "a").value));
console.log(tried(() => Reflect.getOwnPropertyDescriptor(ns, "nothing")));
console.log(tried(() => Object.prototype.hasOwnProperty.call(ns, Symbol.toStringTag)));
console.log(tried(() => Reflect.defineProperty(ns, "nothing", plain)));
console.log(tried(() => Reflect.defineProperty(ns, Symbol.toStringTag, plain)));
console.log(tried(() => Reflect.defineProperty(ns, "a", plain)));
console.log(tried(() => Object.isFrozen(ns)), tried(() => Object.isSealed(ns)));
delete Object.prototype.get;
delete Object.prototype.value;
