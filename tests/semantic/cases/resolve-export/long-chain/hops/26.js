export { x } from "./27.js";
