import { a, b, c, d } from "./index.js";
import * as ns from "./index.js";

console.log(a, b, c, typeof d, Object.keys(ns).join());
