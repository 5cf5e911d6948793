import { value } from "./main.js";
import * as ns from "./main.js";

export const closures = [() => value, () => ns.value, () => typeof ns["value"]];
console.log("early is done");
