import "./early.js";

export let x = 1;
console.log("main", x);
