export { x } from "./26.js";
