import * as ns from "./waits.js";
import { f, K, n, bump, attempt } from "./waits.js";
import { flat } from "./flat.js";
import "./other.js";
const key = "n";
bump();
console.log(n, ns.n, ns[key], f.name, K.name, new K().n, attempt(), flat, ns.f() === ns, (0, ns.f)(), Object.keys(ns).join());
