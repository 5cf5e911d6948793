import { named } from "./index.js";
import * as ns from "./index.js";

console.log(named, ns.default, Object.keys(ns).join());
