import { x, read } from "./dep.js";

try {
  x = 2;
} catch (error) {
  console.log(error.name, error instanceof TypeError, error.message);
}
console.log(x, read());
