import { state, set } from "./state.js";
export let count = 0;
export { state, set };
export default count;
Promise.resolve().then(() => {
  count = 1;
  set("changed");
  console.log("microtask", count, state);
});
console.log("main", count, state);
