import d, { x } from "./main.js";

console.log(typeof neverDeclaredAnywhere);
for (const probe of [() => typeof x, () => typeof d, () => typeof own]) {
  try {
    console.log(probe());
  } catch (error) {
    console.log(error.name);
  }
}
let own;
console.log(typeof own);
