import * as one from "./dep.js";
import * as two from "./dep.js";
import { seen, inner } from "./other.js";
import * as other from "./other.js";
import { self } from "./dep.js";

console.log(one === two, one === seen, one === inner, one === other.inner, one === self, one === other);
console.log(new Set([one, two, seen, inner, self]).size);
