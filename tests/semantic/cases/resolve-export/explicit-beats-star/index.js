export * from "./one.js";
export * from "./two.js";
export const a = "local";
export { x as b } from "./two.js";
import { x } from "./one.js";
export { x as c };
export function d() {}
