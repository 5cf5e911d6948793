export { x } from "./23.js";
