import data, { name, version as v, "with-dash" as dash, nested } from "./data.json";
import { default as again } from "./data.json";
import * as ns from "./data.json";

console.log(data === again, name, v, dash, nested === data.nested, ns.default === data, ns.name);
console.log(Object.keys(ns).join());
