import { value as other, exports as ex, module as m } from "./dep.js";
export const value = "main value";
export { other, ex, m as default };
const exports = "local", module = 2;
console.log(value, other, ex, m, exports, module);
