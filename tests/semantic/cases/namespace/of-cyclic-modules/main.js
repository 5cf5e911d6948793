import { inspect } from "./early.js";

export const x = "x";
export function f() {}
inspect("after");
