import * as ns from "./dep.js";

function parameter(ns) {
  return ns.x;
}
const arrow = (ns = { x: "default" }) => ns.x;
{
  let ns = { x: "block" };
  console.log(ns.x);
}
console.log(parameter({ x: "argument" }), arrow(), ns.x, (({ ns }) => ns.x)({ ns: { x: "pattern" } }));
