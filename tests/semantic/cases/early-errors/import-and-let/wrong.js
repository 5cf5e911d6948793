import { x } from "./dep.js";
let x;
