// A chain that shares one function, with what stands outside of it.
import { inner, second as s } from "./inner.js";
import { state, step } from "./shared.js";
let first = 0;
function second() { return s() + " both's second " + ++first; }
export { second, inner };
export const seen = [step(), state].join();
