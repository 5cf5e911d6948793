import { closures } from "./early.js";

export const value = { n: 1 };
console.log(closures[0]() === value, closures[1]().n, closures[2]());
