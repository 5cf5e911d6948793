export { x } from "./30.js";
