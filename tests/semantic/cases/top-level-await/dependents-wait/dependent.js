import { value } from "./waits.js";
console.log("dependent", value);
