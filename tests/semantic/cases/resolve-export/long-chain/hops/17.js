export { x } from "./18.js";
