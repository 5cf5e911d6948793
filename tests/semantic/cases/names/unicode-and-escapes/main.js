import { ünïcode, \u0061bc, 变量, \u{1d4d3} as script, K as other } from "./dep.js";
import * as ns from "./dep.js";

const \u004b = class {};
console.log(K.name, other.name, ünïcode(), abc, 变量, script, ns.\u0061bc, Object.keys(ns).join());
function ünïcode2() {
  const \u0061bc = "local";
  return abc;
}
console.log(ünïcode2.name, ünïcode2(), ünïcode.name);
