export { x } from "./20.js";
