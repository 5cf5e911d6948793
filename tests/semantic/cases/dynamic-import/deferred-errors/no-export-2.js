export { nope } from "./shared.js";
