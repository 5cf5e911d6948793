import { value } from "./origin.js";
export default value;
export { value as live };
