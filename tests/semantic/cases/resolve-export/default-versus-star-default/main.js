import own, { other } from "./index.js";

console.log(own, other);
