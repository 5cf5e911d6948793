import * as index from "./index.js";

console.log(Object.keys(index).join(), index.ns, "ns" in index);
