import * as me from "./dep.js";
export { me as self };
export const x = 1;
