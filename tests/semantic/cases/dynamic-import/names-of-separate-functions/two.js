// Looks into one.js, whose names it has too, and is looked at under other names.
import { second as of_one, first as First, step as stepOfOne } from "./one.js";
function second() { return "two's second " + of_one(); }
function local(one = second()) { { let second = "inner"; return one + " " + second; } }
export const lazy = local();
const first = String(First) + stepOfOne();
export { first as one, second };
export const graph = "two's graph", setName = "two's setName";
