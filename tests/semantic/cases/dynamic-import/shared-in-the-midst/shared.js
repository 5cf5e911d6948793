import "./shared-own.js";
export let count = 0;
export const add = () => { count++; };
export const first = {};
console.log("shared");
