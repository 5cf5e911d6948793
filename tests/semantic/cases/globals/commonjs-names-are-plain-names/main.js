import { exports, module as m, require as r, __filename as fn, __dirname as dn } from "./dep.js";
const module = "main module", require = (x) => "main require " + x;
console.log(exports, m, r("x"), fn, dn, module, require("y"));
