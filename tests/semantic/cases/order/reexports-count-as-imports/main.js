export * from "./star.js";
import "./bare.js";
export { x } from "./named.js";
import { y } from "./imported.js";
export * as ns from "./namespace.js";
export {} from "./empty-export.js";
import {} from "./empty-import.js";
console.log("main", y);
