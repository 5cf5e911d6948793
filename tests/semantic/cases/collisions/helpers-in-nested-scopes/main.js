import * as ns from "./dep.js";
import { x, anonymous } from "./dep.js";

function f(readonly, createNamespace, setName, dep_ns, ns_, ns$1, dep, createExports, undefined_) {
  try {
    x = 1;
  } catch (error) {
    return [error.name, readonly, createNamespace, setName, dep_ns, ns_, ns$1, dep, createExports, undefined_, ns[readonly]].join();
  }
}
{
  let readonly = "block", dep_namespace = 1, ns$1 = 2, dep = 3, dep$1 = 4;
  try {
    [x] = [readonly];
  } catch (error) {
    console.log(error.name, ns["x"], dep_namespace, ns$1, dep, dep$1);
  }
}
console.log(f("x", 2, 3, 4, 5, 6, 7, 8, 9), ((x$1, x_, dep_x) => x)(), anonymous.name);
