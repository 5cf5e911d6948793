import * as ns from "./x.js";
export { ns };
export const b = "b";
