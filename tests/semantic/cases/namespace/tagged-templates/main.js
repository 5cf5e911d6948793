import * as ns from "./dep.js";
import { tag } from "./dep.js";

const site = () => tag`a${1}b`;
console.log(site() === site(), ns.tag`x` === ns.tag`x`, ns.self`y` === ns);
console.log(ns.raw`\u{41}${ns.tag`z`.length}\n`);
