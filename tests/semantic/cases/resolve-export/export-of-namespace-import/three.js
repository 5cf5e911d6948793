export { one as three } from "./one.js";
