let value = 11;
const id = "m11";
export function get() {
  return `${id}=${value++}`;
}
