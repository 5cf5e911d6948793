import * as one from "./dep.js";
export { one };
