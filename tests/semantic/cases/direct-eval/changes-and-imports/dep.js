import { shared as imported } from "./shared.js";
import * as ns from "./shared.js";
export let state = "initial";
const constant = "constant";
export const run = (code) => eval(code);
export const read = () => state;
export { constant };
