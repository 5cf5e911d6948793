import { é as composed } from "./composed.js";
import { é as decomposed } from "./decomposed.js";
import { ſ, s } from "./long-s.js";

console.log(composed, decomposed, ſ, s);
