export let y = 2;
export function f() {
  return this;
}
