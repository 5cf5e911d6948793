import { make } from "./dep.js";
const i = "main i", list = "main list";
console.log(make().map((f) => f()).join(), i, list);
