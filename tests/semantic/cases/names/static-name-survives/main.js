import { K, Getter, Field, Method } from "./dep.js";
import Default from "./default.js";

console.log(typeof K.name, K.name(), Getter.name, Field.name, Method.name);
console.log(Default.name);
const other = { K: class { static name = "mine"; } };
console.log(other.K.name);
