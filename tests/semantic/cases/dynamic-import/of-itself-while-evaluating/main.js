import "./dep.js";
console.log("main starts");
import("./main.js").then((main) => console.log("main imported by itself", main.value));
export let value = 1;
value = 2;
console.log("main ends");
