export { x } from "./b.js";
