import { nope } from "./other.js";
