import "./early.js";
export { read, look } from "./middle.js";
