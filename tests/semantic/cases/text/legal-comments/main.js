/*! @license of main */
import { x } from "./dep.js";
// import { y } from "./missing.js";
/* export default 1; */
console.log(x); /* console.log("never") */
