export { default as asNamed, named as fromNamed, default as "string name" } from "./origin.js";
