import { seen } from "./dep.js";
import "./waits.js";
import "./cycle.js";

console.log(seen.join(), typeof arguments);
import("./lazy.js");
