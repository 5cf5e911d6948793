import { f as df, g } from "./dep.js";

const f = "main f";
console.log(g(), df(2), typeof f);
