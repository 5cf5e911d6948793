export { x } from "./a.js";
