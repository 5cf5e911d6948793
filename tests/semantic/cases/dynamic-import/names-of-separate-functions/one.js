// Declares what main and shared declare, and means by `renamed` what shared calls `step`.
import { step as renamed, state as now } from "./shared.js";
function local() { return "one's local " + local.name; }
function second() { return local() + " " + second.name; }
const step = () => "one's step " + renamed() + " " + now;
const state = "one's state";
export { second, step, state };
export class first { static toString() { return "class " + this.name; } }
