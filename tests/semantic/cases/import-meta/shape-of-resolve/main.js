import { resolve as other } from "./dep.js";
export const { resolve } = import.meta;
console.log(typeof resolve, resolve === other, typeof resolve.prototype);
