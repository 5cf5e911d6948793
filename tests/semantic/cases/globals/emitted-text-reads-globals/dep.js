export let x = "x";
export function f() {
  return typeof this;
}
