export { x } from "./17.js";
