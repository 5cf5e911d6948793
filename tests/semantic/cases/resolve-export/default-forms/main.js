import a from "./passes-on.js";
import { asNamed, fromNamed, "string name" as s } from "./names.js";
import b from "./named-as-default.js";
import c from "./import-then-export.js";

console.log(a, asNamed, fromNamed, s, b, c);
