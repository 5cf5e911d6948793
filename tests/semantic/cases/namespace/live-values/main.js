import * as ns from "./dep.js";

const alias = ns;
const { n: copied } = ns;
const get = (object, key) => object[key];
console.log(ns.n, alias.n, get(ns, "n"), copied, JSON.stringify(ns));
ns.bump();
console.log(ns.n, alias.n, get(ns, "n"), copied, JSON.stringify(ns));
console.log(Reflect.get(ns, "n"), Reflect.get(ns, "n", {}));
