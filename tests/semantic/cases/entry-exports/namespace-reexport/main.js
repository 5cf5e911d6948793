export * as inner from "./dep.js";
import * as again from "./dep.js";
export { again };
export { default as d, x } from "./dep.js";
console.log(again.x);
