export { x } from "./3.js";
