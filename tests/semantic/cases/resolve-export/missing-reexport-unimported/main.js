import { fine } from "./index.js";
console.log("never runs", fine);
