export let value = "deep";
export function set(v) {
  value = v;
}
export function self() {
  return this;
}
