import byDefault, { f } from "./main.js";

console.log(f());
try {
  byDefault();
} catch (error) {
  console.log(error.name);
}
