import "./asks.js";
import "./waits.js";
console.log("main");
throw new Error("the entry fails");
