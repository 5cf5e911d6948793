let value = 1;
const id = "m1";
export function get() {
  return `${id}=${value++}`;
}
