import { read, look } from "./main.js";
console.log(read());
try { look(); } catch (error) { console.log(error.name); }
