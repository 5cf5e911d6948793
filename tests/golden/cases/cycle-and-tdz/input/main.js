import { late, early } from "./other.js";
export let ready = true;
export function isReady() { return ready; }
console.log(late, early());
