import { if } from "./dep.js";
