export { x } from "./2.js";
