import { value } from "./waits.js";
import "./independent.js";
import "./dependent.js";
console.log("main", value);
