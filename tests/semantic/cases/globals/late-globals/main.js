import { read } from "./reader.js";
import "./writer.js";

console.log(read());
globalThis.lateGlobal = "changed";
console.log(read(), typeof lateGlobal);
delete globalThis.lateGlobal;
console.log(typeof lateGlobal);
try {
  read();
} catch (error) {
  console.log(error.name);
}
