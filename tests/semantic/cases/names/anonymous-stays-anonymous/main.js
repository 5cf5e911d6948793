import { id, list } from "./dep.js";

const f = id(function () {});
const { g } = { g: id(() => {}) };
let h = [function () {}][0];
const k = id(class {});
console.log([f, g, h, k].map((x) => JSON.stringify(x.name)).join(), list);
