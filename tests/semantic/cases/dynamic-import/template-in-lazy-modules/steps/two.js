import "./shared.js";
import { follow } from "./one.js";
console.log("two runs", typeof follow);
export const value = 2;
