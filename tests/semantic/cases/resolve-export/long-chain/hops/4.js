export { x } from "./5.js";
