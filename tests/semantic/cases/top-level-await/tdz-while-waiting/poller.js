import { probe } from "./registry.js";
const look = (when) => {
  try {
    console.log(when, probe());
  } catch (error) {
    console.log(when, error.name);
  }
};
look("at once");
queueMicrotask(() => look("in a microtask"));
setTimeout(() => look("at the end"));
