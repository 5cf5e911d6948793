export { value as renamed } from "./star.js";
