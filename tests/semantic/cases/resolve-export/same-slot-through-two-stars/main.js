import { x, y } from "./index.js";
import * as ns from "./index.js";

console.log(x, y, Object.keys(ns).join());
