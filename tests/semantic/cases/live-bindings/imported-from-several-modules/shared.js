export let shared = "initial";
export function set(value) {
  shared = value;
}
