console.log("main 1");
import "./a.js";
console.log("main 2");
function f() {}
import "./b.js";
console.log("main 3");
