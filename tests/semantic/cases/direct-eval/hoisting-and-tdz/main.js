import { late, f, K, v } from "./evals.js";
import "./early.js";
console.log(late, f(), K.name, v);
