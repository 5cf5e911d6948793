import { toString, valueOf, constructor as c } from "./dep.js";
import * as ns from "./dep.js";

const hasOwnProperty = "main hasOwnProperty", __lookupGetter__ = "x";
console.log(toString(), valueOf, c, hasOwnProperty, ns.hasOwnProperty, __lookupGetter__, `${{}}`);
