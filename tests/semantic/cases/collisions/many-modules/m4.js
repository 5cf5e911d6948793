let value = 4;
const id = "m4";
export function get() {
  return `${id}=${value++}`;
}
