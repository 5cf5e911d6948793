import { greet } from "./greet.js";
const secret = "main's";
console.log(eval("greet(secret)"));
