export let value = "before";
export function f() {
  return "f " + value;
}
import("./lazy.js").then((ns) => console.log(ns.seen, ns.call()));
value = "after";
