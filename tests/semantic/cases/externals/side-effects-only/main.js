import "ext";
import "./dep.js";
import {} from "other";
console.log("main", globalThis.extRan);
delete globalThis.extRan;
