import { meta } from "./dep.js";
export const own = import.meta;
console.log(typeof own, own === meta, Object.keys(own).join() === Object.keys(meta).join());
