import { count } from "./dep.js";
export default eval("typeof last + count");
export const read = () => eval("count");
await null;
