import { run } from "./dep.js";
const value = "main value";
console.log(run("value"));
