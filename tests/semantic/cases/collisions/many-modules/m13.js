let value = 13;
const id = "m13";
export function get() {
  return `${id}=${value++}`;
}
