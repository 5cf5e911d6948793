import { probe } from "./early.js";

export let x = "x";
export const y = "y";
export default "d";
export function f() {
  return "f";
}
export var v = "v";
probe("after");
