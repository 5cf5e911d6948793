export { x } from "./11.js";
