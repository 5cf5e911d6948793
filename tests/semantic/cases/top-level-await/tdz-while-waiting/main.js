import "./waits.js";
import "./poller.js";
console.log("main");
