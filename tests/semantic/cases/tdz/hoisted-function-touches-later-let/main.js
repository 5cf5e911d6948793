import { attempt } from "./early.js";

let state = "ready";
export function read() {
  return state;
}
export function write(value) {
  state = value;
}
attempt("after");
