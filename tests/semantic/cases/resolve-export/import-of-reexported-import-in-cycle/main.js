import { f, g } from "./a.js";
console.log(f(), g());
