import { names } from "./dep.js";

const [a = () => {}] = [];
const { b = function () {} } = {};
const { x: c = class {} } = {};
let d, e, f;
[d = () => {}] = [];
({ e = function () {} } = {});
({ x: f = class {} } = {});
const [{ g = () => {} } = {}] = [];
console.log([a, b, c, d, e, f, g].map((x) => x.name).join());
console.log(names);
