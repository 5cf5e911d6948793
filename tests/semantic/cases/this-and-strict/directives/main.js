"use strict";
import { x } from "./dep.js";
"another directive"
console.log(x, (() => { "use strict"; return this; })());
