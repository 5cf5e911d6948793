export let x = "x";
export default function () {}
export { default as anonymous } from "./dep.js";
