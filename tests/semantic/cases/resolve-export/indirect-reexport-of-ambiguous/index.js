export { both } from "./stars.js";
