export { x } from "./8.js";
