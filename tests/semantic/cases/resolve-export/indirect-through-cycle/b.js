export { three as two } from "./a.js";
