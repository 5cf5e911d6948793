export { x } from "./6.js";
