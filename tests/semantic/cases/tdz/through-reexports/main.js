import { renamed } from "./chain.js";
import { look } from "./look.js";

console.log(look(), renamed);
