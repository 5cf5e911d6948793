import * as ns from "./index.js";
import { onlyA, onlyB } from "./index.js";

console.log(Object.keys(ns).join(), ns.both, "both" in ns, onlyA, onlyB);
