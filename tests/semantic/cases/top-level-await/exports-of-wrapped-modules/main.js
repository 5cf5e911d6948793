export * from "./waits.js";
export { n as renamed, default } from "./waits.js";
export * as inner from "./waits.js";
import "./sibling.js";
import { look } from "./observer.js";
look("main");
export const own = "own";
