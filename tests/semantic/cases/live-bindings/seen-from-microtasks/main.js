import { phase } from "./phase.js";

console.log("main", phase);
Promise.resolve().then(() => console.log("microtask", phase));
