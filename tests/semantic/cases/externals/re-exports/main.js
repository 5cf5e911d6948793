export { value, default as extDefault } from "ext";
export * as whole from "ext";
import { renamed, f } from "./dep.js";
export default f;
console.log(renamed, f());
