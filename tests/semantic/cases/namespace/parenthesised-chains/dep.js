export * as inner from "./inner.js";
export let x = 1;
export function f() {
  return this;
}
