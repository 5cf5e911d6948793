export { x } from "./9.js";
