import { lines } from "./quiet.js";
console.log("main prints");
console.log(lines.join("|"));
