import "./a.js";
import "./b.js";
console.log("main");
queueMicrotask(() => console.log("microtask of main"));
