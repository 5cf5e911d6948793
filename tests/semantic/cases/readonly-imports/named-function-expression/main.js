import { f as other } from "./dep.js";

const g = function f() {
  try {
    f = 1;
  } catch (error) {
    return error.name + " " + typeof f;
  }
};
console.log(g(), other(), typeof f);
