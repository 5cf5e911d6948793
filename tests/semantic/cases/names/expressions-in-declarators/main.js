import { names as other } from "./dep.js";

const f = function () {};
const arrow = () => {};
let asyncArrow = async () => {};
var g = function* () {};
const K = class {};
const parenthesised = ((function () {}));
const comma = (0, function () {});
const conditional = true ? function () {} : null;
console.log([f, arrow, asyncArrow, g, K, parenthesised, comma, conditional].map((x) => x.name).join());
console.log(other);
