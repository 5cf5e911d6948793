import { look } from "./left.js";
look("before");
console.log("right");
