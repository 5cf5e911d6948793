import { y, z } from "./self.js";
console.log(y, z());
