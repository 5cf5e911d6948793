import { unused } from "./dep.js";
import { used } from "./dep.js";
import { used as usedAgain } from "./dep.js";
import {} from "./dep.js";
import "./dep.js";
import * as whole from "./dep.js";
import fallback from "./dep.js";

console.log(used === usedAgain);
