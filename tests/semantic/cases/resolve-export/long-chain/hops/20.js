export { x } from "./21.js";
