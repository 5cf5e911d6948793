export { two as one } from "./b.js";
export const three = "found";
