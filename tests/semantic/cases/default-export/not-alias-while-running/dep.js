import { probe } from "./probe.js";
const x = "x";
class K {}
probe("before the default line");
export { x };
export default x;
probe("after the default line");
