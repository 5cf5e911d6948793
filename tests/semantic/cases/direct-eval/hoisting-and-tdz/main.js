import "./early.js";
import { late, f, K, v } from "./evals.js";
console.log(late, f(), K.name, v);
