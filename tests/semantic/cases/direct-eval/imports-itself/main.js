import own, { count as seen, next as step, undefined as nothing } from "./main.js";
export let count = 1;
export const next = () => ++count;
export { f as undefined };
export default class {}
function f() { return "f"; }
console.log(step(), seen, eval("seen"), nothing(), eval("typeof own"), own.name);
for (const text of ["seen = 1", "seen++", "[seen] = [1]"]) {
  try {
    eval(text);
  } catch (error) {
    console.log(error.name, error.message);
  }
}
const main_default = "main", main_default$1 = 1;
console.log(main_default, eval("main_default$1"));
