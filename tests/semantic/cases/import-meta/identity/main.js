import { meta, again } from "./dep.js";

console.log(typeof import.meta, Object.getPrototypeOf(import.meta), import.meta === import.meta);
console.log(import.meta === meta(), meta() === again());
import.meta.mine = "added";
console.log(import.meta.mine, meta().mine, import.meta.neverThere);
const { mine } = import.meta;
console.log(mine, (() => import.meta.mine)());
