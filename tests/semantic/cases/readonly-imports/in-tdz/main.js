import "./early.js";
export let x = 1;
