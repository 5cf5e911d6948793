import "./set.js";
import "./use.js";
console.log(globalThis.sharedList.join());
delete globalThis.sharedList;
