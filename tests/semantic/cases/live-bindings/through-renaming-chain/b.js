export { a as b, set } from "./a.js";
