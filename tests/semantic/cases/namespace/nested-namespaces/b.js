import * as c from "./c.js";
export { c };
export const sibling = 1;
