import * as g from "./dep.js";
import { dep } from "./dep.js";
import { own as empty } from "./main.js";
const graph = 1, dep_module = 2, empty_module = 3, $expose = 4, $scope = 5;
class own {}
export { own };
console.log(eval("dep"), eval("[graph, dep_module, empty_module, $expose, $scope].join()"));
console.log(eval("empty") === own, Reflect.ownKeys(g).length);
import("./empty.js").then((ns) => console.log(Reflect.ownKeys(ns).length, ns === g, eval("typeof empty")));
