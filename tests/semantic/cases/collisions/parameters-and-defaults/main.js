import { a as da, f } from "./dep.js";

const a = "main a", b = "main b";
const g = (a = b, c = a, { d = da } = {}) => [a, c, d].join();
console.log(g(), g("x"), f(), f(1), da);
