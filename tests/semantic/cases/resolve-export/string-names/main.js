import { "a b" as ab, "" as empty, "💥" as boom, "default" as def, "x-y" as xy, "\u0061c" as ac } from "./index.js";
import { ac as again } from "./index.js";
import * as ns from "./index.js";

console.log(ab, empty, boom, def, xy, ac, again, ns["a b"], ns[""], ns["💥"], Object.keys(ns).length);
