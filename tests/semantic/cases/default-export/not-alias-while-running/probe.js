import byDefault, { x } from "./dep.js";
export function probe(when) {
  try {
    console.log(when, x, byDefault);
  } catch (error) {
    console.log(when, error.name);
  }
}
