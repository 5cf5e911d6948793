import { value as undefined } from "./value.js";
console.log(typeof this, eval("typeof this"), undefined, eval("undefined"));
const read = () => this;
console.log(read() === void 0);
