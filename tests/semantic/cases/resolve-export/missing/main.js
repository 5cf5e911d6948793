import "./first.js";
import { wrong } from "./dep.js";
console.log("never runs", wrong);
