import * as index from "./index.js";

console.log(Object.keys(index).join(), "ns" in index, index.ns?.x);
