import * as ns from "./ns.js";
import * as dep from "./dep.js";

const __name = "__name", __export = "__export", ro = "ro", exports_ = "exports_", ns_dep = "ns_dep";
const namespace = "namespace", __proto = "__proto", dep_exports = "dep_exports", dep_ns = "dep_ns", readonly = "readonly", _default = "_default", dep_default = "dep_default", K$1 = "K$1";
console.log(__name, __export, ro, exports_, ns_dep, namespace, __proto, dep_exports, dep_ns, readonly, _default, dep_default, K$1);
console.log(JSON.stringify(ns), JSON.stringify(dep));
try {
  dep.default = 1;
} catch (error) {
  console.log(error.name);
}
