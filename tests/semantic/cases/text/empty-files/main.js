import "./empty.js";
import * as a from "./comment.js";
import * as b from "./empty.js";
console.log(Object.keys(a).length, a === b);
