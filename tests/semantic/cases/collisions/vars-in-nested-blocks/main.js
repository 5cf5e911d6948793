import { x as dx, y as dy } from "./dep.js";

const x = "main x", y = "main y", x$1 = "main x$1";
console.log(x, y, dx, dy, x$1);
