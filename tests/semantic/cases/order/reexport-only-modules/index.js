export * from "./x.js";
export * from "./y.js";
export { z } from "./z.js";
