import from, { as as as, of as set, get } from "./dep.js";
import async from "./async.js";
export { from as default, as };

console.log(from, as, set, get, async);
