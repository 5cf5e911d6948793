import { x } from "./dep.js" /* a
b */ let y = x /*
*/ console.log(y) /*
*/
