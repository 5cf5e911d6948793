import { left } from "./left.js";
try {
  eval("left()");
} catch (error) {
  console.log(error.name);
}
await null;
export const right = 1;
console.log("right");
