export { default as create, version } from "./create.js";
export default function () { return "library"; }
export let calls = 0;
export function call() { calls += 1; }
