import { a } from "./a.js";
export let seen;
try {
  seen = a;
} catch (error) {
  seen = error.name;
}
export const b = await "b";
console.log("b ends");
