import * as ns from "./dep.js";
import { change } from "./dep.js";

const spread = { ...ns };
const { b, ...rest } = ns;
change();
console.log(JSON.stringify(spread), b, JSON.stringify(rest));
console.log(JSON.stringify(Object.assign({}, ns)), JSON.stringify(Object.values(ns)));
console.log(JSON.stringify(ns), JSON.stringify({ nested: ns }), JSON.stringify(Object.fromEntries(Object.entries(ns))));
console.log(Object.getPrototypeOf(spread) === Object.prototype);
