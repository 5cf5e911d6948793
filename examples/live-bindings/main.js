// Imports are not copies: `count` here is the very variable that counter.js changes.
import { count, increment, log } from "./counter.js";

// counter.js runs first and calls this before main.js has run a line: functions are
// hoisted when the graph is linked, also across the cycle.
export function describe(number) {
  return `count is ${number}`;
}

log("main.js starts");
increment();
increment();
log("main.js sees " + count);
export { count as total };
