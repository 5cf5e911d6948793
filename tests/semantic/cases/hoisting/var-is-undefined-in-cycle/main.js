import { report } from "./early.js";

export var x = "set";
report("after");
