import a from "./value.js";
import b from "./sub/value.js";
import c from "./class.js";
import d from "./default.js";
import e from "./1-starts-with-digit.js";
import { value as f, value_default as g } from "./named.js";

const value = "main", _default = "main default", value_default = "main value_default";
console.log(a, b, c.name, d, e, f, g, value, _default, value_default);
