import { x } from "./main.js";

try {
  console.log(x);
} catch (error) {
  console.log(error.name, error instanceof ReferenceError);
}
