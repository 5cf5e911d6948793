import { test } from "./dep.js";

class K {}
console.log(test(), K.name);
