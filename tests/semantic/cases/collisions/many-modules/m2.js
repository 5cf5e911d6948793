let value = 2;
const id = "m2";
export function get() {
  return `${id}=${value++}`;
}
