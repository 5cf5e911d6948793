console.log("main", value);
import { value } from "./dep.js";
console.log("after", value);
