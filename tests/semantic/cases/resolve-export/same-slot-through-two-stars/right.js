export { x } from "./origin.js";
export { x as y } from "./origin.js";
