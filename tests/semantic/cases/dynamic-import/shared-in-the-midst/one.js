import { before } from "./one-before.js";
import { count, add, first } from "./shared.js";
import { after } from "./one-after.js";
export { add, first };
export const total = () => `${before} ${count} ${after}`;
console.log("one", total());
