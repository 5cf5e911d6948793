import { isEven } from "./even.js";

console.log([0, 1, 2, 3, 10, 11].map(isEven).join(" "));
