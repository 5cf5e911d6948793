export { x } from "./12.js";
