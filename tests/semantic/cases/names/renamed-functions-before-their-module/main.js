import "./early.js";
import { f } from "./late.js";
function same() {}
console.log(same.name, f.name);
