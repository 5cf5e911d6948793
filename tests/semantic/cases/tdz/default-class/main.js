import { probe as probeNamed } from "./named.js";
import { probe as probeAnonymous } from "./anonymous.js";

console.log(probeNamed(), probeAnonymous());
