import { value, hoisted } from "./waits.js";
console.log(hoisted());
const look = (when) => {
  try {
    console.log(when, value);
  } catch (error) {
    console.log(when, error.name);
  }
};
queueMicrotask(() => look("in a microtask"));
queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => look("later")))));
