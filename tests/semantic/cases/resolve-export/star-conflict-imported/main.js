import { both } from "./index.js";
console.log("never runs", both);
