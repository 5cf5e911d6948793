export { x } from "./24.js";
