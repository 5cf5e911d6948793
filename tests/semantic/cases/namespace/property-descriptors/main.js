import * as ns from "./dep.js";
import { bump } from "./dep.js";

const show = (key) => JSON.stringify(Object.getOwnPropertyDescriptor(ns, key));
console.log(show("n"), show("missing"), show(Symbol.toStringTag), show(Symbol.iterator));
bump();
console.log(show("n"));
console.log(Object.keys(Object.getOwnPropertyDescriptors(ns)).join());
