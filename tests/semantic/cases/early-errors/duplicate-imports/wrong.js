import { x } from "./dep.js";
import { y as x } from "./dep.js";
