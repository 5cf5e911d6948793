import v, { later as v2, change } from "./variable.js";
import f, { f as f2, changeF } from "./function.js";
import C, { C as C2, changeC } from "./class.js";

change();
changeF();
changeC();
console.log(v, v2, f(), f2(), new C().kind, C2);
