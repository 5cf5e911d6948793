import { x as a, x$1 as b, x$2 as c } from "./a.js";
import { x as d, x$1 as e, x_1 as f } from "./b.js";

const x = "main x", x$1 = "main x$1", x$3 = "main x$3", _x = "_x", x2 = "x2", x_1 = "x_1";
console.log(a, b, c, d, e, f, x, x$1, x$3, _x, x2, x_1);
