import { z } from "./index.js";
console.log("main", z);
