import { same, f, default as anonymous } from "./late.js";
console.log(same.name, f.name, anonymous.name);
