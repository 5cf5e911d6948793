import { greet, shout } from "./dep.js";

const before = greet;
console.log(greet(), before === greet);
shout();
console.log(greet(), before === greet, before());
