export { x } from "./15.js";
