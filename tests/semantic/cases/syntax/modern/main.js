import { run } from "./dep.js";
console.log(run());
