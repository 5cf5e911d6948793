import { state, next } from "./index.js";

next();
next();
console.log(state);
