export { x } from "./29.js";
