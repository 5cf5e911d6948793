import { log, i, item, key, w } from "./dep.js";

log("main sees", i, item, key, w);
