import { log } from "./early.js";

log();
export let x;
log();
x = "assigned";
log();
