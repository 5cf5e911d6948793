import "./asks.js";
console.log("main");
await null;
throw new Error("the entry fails");
