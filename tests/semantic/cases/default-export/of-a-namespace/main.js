import def from "./middle.js";
import * as ns from "./origin.js";

console.log(def === ns, def.x, Object.keys(def).join());
