export { x } from "./14.js";
