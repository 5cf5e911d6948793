import "./first.js";
import { fine } from "./fine.js";
import "./second.js";
import "./throws.js";
import "./third.js";
console.log("never");
