import { x } from "./self.js";
import * as ns from "./self.js";

console.log(x, Object.keys(ns).join());
