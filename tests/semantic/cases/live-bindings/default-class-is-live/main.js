import Widget, { drop } from "./dep.js";

console.log(new Widget().kind);
drop();
console.log(Widget);
