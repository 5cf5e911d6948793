import { value, seen } from "./deep.js";
export function read() { return value; }
export function look() { return seen(); }
