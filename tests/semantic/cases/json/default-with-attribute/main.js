import data from "./data.json" with { type: "json" };
import { default as again } from "./data.json" with { type: "json" };
import * as ns from "./data.json" with { type: "json" };

console.log(JSON.stringify(data), data === again, ns.default === data, Object.keys(ns).join());
data.list.push("mutable");
console.log(again.list.length, Object.getPrototypeOf(data) === Object.prototype);
