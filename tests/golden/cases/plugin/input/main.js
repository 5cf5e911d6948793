import { format } from "./format.js";

console.log(format("plugin"), typeof define, this);
export default format;
